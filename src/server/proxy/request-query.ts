import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'
import { failure } from './envelope.ts'

/** The query of a request, or the answer that refuses it. Every parameter must be known and occur once. */
export function requestQuery(c: Context<AppEnv>, known: readonly string[]): URLSearchParams | Response {
  const query = new URL(c.req.url).searchParams
  const names = [...query.keys()]
  if (names.some((name) => !known.includes(name))) {
    const hint = known.length > 0 ? `Allowed: ${known.join(', ')}.` : 'None are allowed.'
    return failure(400, `The query has an unknown parameter. ${hint}`)
  }
  if (new Set(names).size !== names.length) return failure(400, 'The query has a parameter twice.')
  return query
}
