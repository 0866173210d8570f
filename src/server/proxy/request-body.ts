import type { Context } from 'hono'
import * as v from 'valibot'
import { BodyTooLarge, readLimited } from '#server/http/read-limited.ts'
import type { AppEnv } from './app-env.ts'
import { failure } from './envelope.ts'
import { requestQuery } from './request-query.ts'

const MAX_BODY_BYTES = 1024 * 1024
/** For a body with an id and a token. Any client may send one, so little is read. */
const MAX_SMALL_BODY_BYTES = 4 * 1024

type JsonBody = { mayBeEmpty?: boolean; limit?: number }

/** The raw body of a write, or the answer that refuses it. It must be a JSON object, uncompressed. */
export async function jsonBody(
  c: Context<AppEnv>,
  { mayBeEmpty = false, limit = MAX_BODY_BYTES }: JsonBody = {},
): Promise<Uint8Array<ArrayBuffer> | Response> {
  const encoding = c.req.header('content-encoding')
  if (encoding && encoding !== 'identity') return failure(415, 'The body must not have a Content-Encoding.')
  const body = await requestBody(c, limit)
  if (body instanceof Response || (mayBeEmpty && body.byteLength === 0)) return body
  return isJsonObject(body) ? body : failure(400, 'The body must be an object in JSON, written in UTF-8.')
}

/**
 * The input of a call to this server itself: a small object of a known shape, no query. Or the answer that refuses it.
 */
export async function sentObject<Schema extends v.GenericSchema>(
  c: Context<AppEnv>,
  schema: Schema,
  hint: string,
): Promise<{ input: v.InferOutput<Schema> } | Response> {
  const query = requestQuery(c, [])
  if (query instanceof Response) return query
  const body = await jsonBody(c, { limit: MAX_SMALL_BODY_BYTES })
  if (body instanceof Response) return body
  const parsed = v.safeParse(schema, JSON.parse(new TextDecoder().decode(body)))
  return parsed.success ? { input: parsed.output } : failure(400, hint)
}

function isJsonObject(bytes: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

async function requestBody(c: Context<AppEnv>, limit: number): Promise<Uint8Array<ArrayBuffer> | Response> {
  const most = limit < MAX_BODY_BYTES ? `${limit / 1024} kB` : '1 MB'
  const tooLarge = () => failure(413, `The body of this request can have at most ${most}.`)
  if (Number(c.req.header('content-length') ?? 0) > limit) return tooLarge()
  try {
    return await readLimited(c.req.raw.body, limit)
  } catch (error) {
    if (error instanceof BodyTooLarge) return tooLarge()
    return failure(400, 'The request body ended early.')
  }
}
