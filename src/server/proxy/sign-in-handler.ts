import type { Context } from 'hono'
import * as v from 'valibot'
import type { AppEnv } from './app-env.ts'
import type { Attempts } from './attempts.ts'
import { failure, parseEnvelope, success } from './envelope.ts'
import { type Log, logLine } from './request-log.ts'
import { parseJson } from './parse-json.ts'
import { requestBody } from './request-body.ts'
import { requestQuery } from './request-query.ts'
import { clearedCookie, cookieHeader, MAX_ACCOUNTS, readCookie, type Sealer, type SignedIn } from './session-cookie.ts'
import type { Upstream } from './upstream.ts'

const brought = v.strictObject({
  account_id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/i), v.toLowerCase()),
  value: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,200}$/)),
})

const verification = v.object({ result: v.object({ id: v.string(), status: v.string() }) })

type SignIn = { upstream: Upstream; sealer: Sealer; attempts: Attempts; log: Log }

/**
 * `POST /api/sign-in` `{account_id, value}`: verifies a token against its account and keeps it sealed
 * in a cookie, beside those of other accounts. The token is in no answer and in no log.
 */
export function signInHandler({ upstream, sealer, attempts, log }: SignIn) {
  return async (c: Context<AppEnv>): Promise<Response> => {
    c.set('template', '/api/sign-in')
    const query = requestQuery(c, [])
    if (query instanceof Response) return query
    const now = Date.now()
    const address = c.env?.incoming?.socket?.remoteAddress ?? c.req.header('cf-connecting-ip') ?? ''
    const wait = attempts.wait(address, now)
    if (wait !== null) return failure(429, 'Too many failed attempts to sign in.', { 'retry-after': String(wait) })

    const body = await requestBody(c)
    if (body instanceof Response) return body
    const input = v.safeParse(brought, parseJson(new TextDecoder().decode(body)))
    if (!input.success) return failure(400, 'Send account_id (32 hex digits) and value (a token), nothing else.')
    const { account_id: id, value: token } = input.output

    const answer = await upstream({ method: 'GET', path: `/accounts/${id}/tokens/verify`, bearer: token })
    if (answer.status >= 500 || answer.status === 429) return answer
    const parsed = answer.ok ? v.safeParse(verification, await answer.json()) : null
    if (!parsed?.success || parsed.output.result.status !== 'active') {
      attempts.failed(address, now)
      log(logLine('sign-in', { account: id, outcome: 'refused' }))
      const error = answer.ok ? undefined : parseEnvelope(await answer.text())?.errors?.[0]
      const said = answer.ok ? 'it is not active' : error?.message || `HTTP ${answer.status}`
      // The page it names and what lies under it are Cloudflare's own, and go on as they came.
      const more = Object.entries(error ?? {}).filter(([field]) => ['documentation_url', 'error_chain'].includes(field))
      const message = `Cloudflare does not accept this token for this account: ${said}.`
      return failure(401, message, undefined, Object.fromEntries(more))
    }

    const sealed = readCookie(c.req.header('cookie'))
    const before = sealed ? await sealer.open(sealed, now) : null
    const others = before?.accounts.filter((account) => account.id !== id).slice(0, MAX_ACCOUNTS - 1) ?? []
    const tokenId = parsed.output.result.id
    const session: SignedIn = {
      accounts: [{ id, token, tokenId }, ...others],
      startedAt: before?.startedAt ?? now,
      seenAt: now,
    }
    log(logLine('sign-in', { who: `token:${tokenId}`, account: id, outcome: 'done' }))
    const signedIn = success({ account_id: id })
    signedIn.headers.set('set-cookie', cookieHeader(await sealer.seal(session)))
    return signedIn
  }
}

/** `POST /api/sign-out`: the browser forgets the sealed tokens, which are kept nowhere else. */
export function signOut(c: Context<AppEnv>): Response {
  c.set('template', '/api/sign-out')
  const done = success({})
  done.headers.set('set-cookie', clearedCookie)
  return done
}
