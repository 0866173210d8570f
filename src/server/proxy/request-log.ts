import type { MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env.ts'

export type Log = (line: string) => void

/** One line a request. Paths appear as templates; bodies, queries and header values (but the ray id) never. */
export function requestLog(log: Log): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const startedAt = performance.now()
    await next()
    const method = /^[A-Z]{3,8}$/.test(c.req.method) ? c.req.method : 'OTHER'
    const ms = Math.round(performance.now() - startedAt)
    const ray = c.res.headers.get('cf-ray') ?? ''
    const rayPart = /^[\w-]{1,64}$/.test(ray) ? ` cf-ray=${ray}` : ''
    log(`${method} ${c.get('template') ?? '/api/*'} ${c.res.status} ${ms}ms${rayPart}`)
  }
}
