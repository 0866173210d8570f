import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'
import { failure } from './envelope.ts'
import { BodyTooLarge, readLimited } from './read-limited.ts'

const MAX_BODY_BYTES = 1024 * 1024

/**
 * The body of a write as it came, or the answer that refuses it. It has to be an object in JSON, so that nothing goes up
 * which one reader takes for this and another for that; a delete and a roll may have none.
 */
export async function jsonBody(c: Context<AppEnv>, mayBeEmpty: boolean): Promise<Uint8Array<ArrayBuffer> | Response> {
  const encoding = c.req.header('content-encoding')
  if (encoding && encoding !== 'identity') return failure(415, 'A body must come as it is, without Content-Encoding.')
  const body = await requestBody(c)
  if (body instanceof Response || (mayBeEmpty && body.byteLength === 0)) return body
  return isJsonObject(body) ? body : failure(400, 'The body must be an object in JSON, written in UTF-8.')
}

function isJsonObject(bytes: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

/** The body of a request, or the answer that refuses it. */
export async function requestBody(c: Context<AppEnv>): Promise<Uint8Array<ArrayBuffer> | Response> {
  const tooLarge = () => failure(413, 'A request body may have at most 1 MB.')
  if (Number(c.req.header('content-length') ?? 0) > MAX_BODY_BYTES) return tooLarge()
  try {
    return await readLimited(c.req.raw.body, MAX_BODY_BYTES)
  } catch (error) {
    if (error instanceof BodyTooLarge) return tooLarge()
    return failure(400, 'The request body ended early.')
  }
}
