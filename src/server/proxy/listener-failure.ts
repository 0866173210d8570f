import { failure } from './envelope.ts'

/** Answers for the HTTP listener, which meets what never becomes a request: a bad target, a bad Host. */
export function listenerFailure(error: unknown): Response {
  // By name, because the class belongs to Node's listener and this code does not.
  const isClientsFault = error instanceof Error && error.name === 'RequestError'
  return isClientsFault ? failure(400, 'This is not a valid request.') : failure(500, 'This server made a mistake.')
}
