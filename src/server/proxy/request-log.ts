import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env.ts'
import { clientIn } from './client.ts'

export type Log = (line: string) => void

/**
 * Logs one line per request. Paths appear as templates. Bodies, queries and header values are never logged, except the
 * ray id.
 */
export function requestLog(log: Log): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const startedAt = performance.now()
    c.set('requestId', crypto.randomUUID().replaceAll('-', '').slice(0, 12))
    await next()
    log(
      logLine('request', {
        method: /^[A-Z]{3,8}$/.test(c.req.method) ? c.req.method : 'OTHER',
        path: c.get('template') ?? '/api/*',
        status: c.res.status,
        ms: Math.round(performance.now() - startedAt),
        ray: rayOf(c.res),
        who: c.get('who'),
        ...askedBy(c),
      }),
    )
  }
}

/** The client and request id, for every line about a request. */
export const askedBy = (c: Context<AppEnv>) => ({ client: clientIn(c).address || null, id: c.get('requestId') })

/** Access names the person; without it, their token identifies them. With both, both are logged. */
export function actorIn(c: Context<AppEnv>, owner: string): { who: string; as: string | null } {
  const who = c.get('who')
  return { who: who ?? owner, as: who !== undefined && owner.startsWith('token:') ? owner : null }
}

/** `time=… event=request method=GET …`: always one line, whatever the values contain. Absent fields are left out. */
export function logLine(event: string, fields: Record<string, string | number | null | undefined>): string {
  const parts = Object.entries(fields).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [`${name}=${tidy(String(value))}`],
  )
  return [`time=${new Date().toISOString()}`, `event=${event}`, ...parts].join(' ')
}

/** Cloudflare's id of an answer. Any other format could hold anything, so it is dropped. */
export function rayOf(answer: Response): string | null {
  const ray = answer.headers.get('cf-ray') ?? ''
  return /^[\w-]{1,64}$/.test(ray) ? ray : null
}

/**
 * Values come from outside. None may look like another field or line, or control the terminal (cursor, colour, text
 * direction). So anything but plain ASCII is written as JSON escapes.
 */
function tidy(value: string): string {
  if (/^[\w@.+:/*-]{1,200}$/.test(value)) return value
  return JSON.stringify(value.slice(0, 200)).replaceAll(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
