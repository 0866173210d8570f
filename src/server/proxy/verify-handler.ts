import type { Context } from 'hono'
import * as v from 'valibot'
import { isAccountId } from './account-ids.ts'
import type { AppEnv } from './app-env.ts'
import type { Attempts } from './attempts.ts'
import { clientIn } from './client.ts'
import { sentObject } from './request-body.ts'
import { tooMany } from './sign-in-handler.ts'
import type { Upstream } from './upstream.ts'

const pasted = v.strictObject({
  account_id: v.pipe(v.string(), v.check(isAccountId)),
  // Visible ASCII; other characters are not valid in a header.
  value: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,200}$/)),
})

const HINT = 'Send account_id (32 hex digits) and value (1 to 200 visible characters, no spaces), nothing else.'

/**
 * `POST /api/verify`: verifies a pasted secret, using that secret as the bearer.
 *
 * Our own credential and its accounts are not involved.
 */
export function verifyHandler({ upstream, attempts }: { upstream: Upstream; attempts: Attempts }) {
  return async (c: Context<AppEnv>): Promise<Response> => {
    c.set('template', '/api/verify')
    const sent = await sentObject(c, pasted, HINT)
    if (sent instanceof Response) return sent
    const { account_id, value } = sent.input
    const attempt = attempts.take(clientIn(c), account_id.toLowerCase(), Date.now())
    if ('waitSeconds' in attempt) return tooMany(attempt.waitSeconds)
    const path = `/accounts/${account_id}/tokens/verify`
    const answer = await upstream({ method: 'GET', path, bearer: value, signal: c.req.raw.signal })
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) attempt.failed()
    else attempt.giveBack()
    // These headers describe the pasted secret's budget; the app would take them for its own.
    answer.headers.delete('ratelimit')
    answer.headers.delete('ratelimit-policy')
    return answer
  }
}
