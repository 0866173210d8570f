import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'
import { failure } from './envelope.ts'
import { BodyTooLarge, readLimited } from './read-limited.ts'

const MAX_BODY_BYTES = 1024 * 1024

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
