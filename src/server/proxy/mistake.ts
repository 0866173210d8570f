import { failure } from './envelope.ts'
import { type Log, logLine } from './request-log.ts'

/** Answers where this server broke. A message may quote what it choked on: only the kind and the place are logged. */
export const mistake =
  (log: Log) =>
  (error: Error): Response => {
    log(logLine('error', { kind: error.name, at: error.stack?.match(/^\s+at .*$/m)?.[0].trim() }))
    return failure(500, 'This server made a mistake. The log says where.')
  }

/** The same for the HTTP listener, which also meets what never becomes a request: a bad target, a bad Host. */
export const listenerFailure =
  (log: Log) =>
  (error: unknown): Response => {
    const own = error instanceof Error ? error : new Error('Something was thrown that is no error.')
    // By name, because the class belongs to Node's listener and this code does not.
    return own.name === 'RequestError' ? failure(400, 'This is not a valid request.') : mistake(log)(own)
  }
