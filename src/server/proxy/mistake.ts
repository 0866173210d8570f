import { failure } from './envelope.ts'
import { type Log, logLine } from './request-log.ts'

/** The answer to an unexpected error. Its message may quote input, so only its kind and location are logged. */
export const mistake =
  (log: Log) =>
  (error: Error): Response => {
    log(logLine('error', { kind: error.name, at: error.stack?.match(/^\s+at .*$/m)?.[0].trim() }))
    return failure(500, 'Internal error in Token Desk’s server. Its log has the details.')
  }

/** The same for the HTTP listener, which also gets malformed requests: a bad target, a bad Host. */
export const listenerFailure =
  (log: Log) =>
  (error: unknown): Response => {
    const own = error instanceof Error ? error : new Error('Something was thrown that is no error.')
    // Compared by name: the class belongs to Node's listener, which this module must not import.
    return own.name === 'RequestError' ? failure(400, 'This is not a valid request.') : mistake(log)(own)
  }
