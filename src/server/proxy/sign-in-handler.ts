import type { Context } from 'hono'
import * as v from 'valibot'
import { isAccountId, mayTouch, NOT_CONFIGURED } from './account-ids.ts'
import type { AppEnv } from './app-env.ts'
import type { Attempts } from './attempts.ts'
import { clientIn } from './client.ts'
import { accountsLeft, type EndedSessions } from './ended-sessions.ts'
import { failure, parseEnvelope, success } from './envelope.ts'
import { unknownForm } from './problem.ts'
import { actorIn, askedBy, type Log, logLine } from './request-log.ts'
import { sentObject } from './request-body.ts'
import { cookieHeader, MAX_ACCOUNTS, type Sealer, sessionOf, type SignedIn } from './session-cookie.ts'
import type { Upstream } from './upstream.ts'

const signInInput = v.strictObject({
  account_id: v.pipe(v.string(), v.check(isAccountId), v.toLowerCase()),
  value: v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,200}$/)),
})

const verification = v.object({
  result: v.object({ id: v.string(), status: v.string(), not_before: v.fallback(v.optional(v.string()), undefined) }),
})

/** A token that is yet to start is called active, and refused by every other call. */
const works = ({ status, not_before }: v.InferOutput<typeof verification>['result'], now: number) =>
  status === 'active' && !(not_before !== undefined && Date.parse(not_before) > now)

type SignIn = {
  upstream: Upstream
  sealer: Sealer
  ended: EndedSessions
  attempts: Attempts
  /** The only accounts users may sign in to. Empty means any. */
  accountIds: readonly string[]
  log: Log
}

/**
 * `POST /api/sign-in` `{account_id, value}`: verifies a token against its account and stores it sealed in a cookie,
 * next to those of other accounts. It answers with the IDs of all these tokens. No answer and no log contains a token.
 */
export function signInHandler({ upstream, sealer, ended, attempts, accountIds, log }: SignIn) {
  return async (c: Context<AppEnv>): Promise<Response> => {
    c.set('template', '/api/sign-in')
    const sent = await sentObject(c, signInInput, 'Send account_id (32 hex digits) and value (a token), nothing else.')
    if (sent instanceof Response) return sent
    const { account_id: id, value: token } = sent.input
    const tell = (outcome: string, owner?: string) => {
      const actor = owner === undefined ? { who: c.get('who') } : actorIn(c, owner)
      log(logLine('sign-in', { ...actor, account: id, outcome, ...askedBy(c) }))
    }
    if (!mayTouch(accountIds, id)) {
      tell('refused')
      return failure(403, NOT_CONFIGURED)
    }

    const attempt = attempts.take(clientIn(c), id, Date.now())
    if ('waitSeconds' in attempt) {
      tell('limited')
      return tooMany(attempt.waitSeconds)
    }
    const answer = await upstream({ method: 'GET', path: `/accounts/${id}/tokens/verify`, bearer: token })
    if (answer.status >= 500 || answer.status === 429) {
      attempt.giveBack()
      tell('unknown')
      return answer
    }
    const parsed = answer.ok ? v.safeParse(verification, await answer.json()) : null
    if (parsed?.success === false) {
      attempt.giveBack()
      tell('unknown')
      return failure(502, unknownForm(answer, 'verification').message)
    }
    if (!parsed || !works(parsed.output.result, Date.now())) {
      attempt.failed()
      tell('refused')
      return refusalOf(answer)
    }
    attempt.giveBack()

    const now = Date.now()
    const before = await sessionOf(c.req.header('cookie'), sealer, now)
    // Read after the wait: a session ended in the meantime must not come back.
    const left = before ? await accountsLeft(before.session, ended) : []
    const kept = left.length > 0 ? before?.session : undefined
    const tokenId = parsed.output.result.id
    const session: SignedIn = {
      id: kept?.id ?? crypto.randomUUID(),
      accounts: [
        { id, token, tokenId, since: now },
        ...left.filter((account) => account.id !== id).slice(0, MAX_ACCOUNTS - 1),
      ],
      startedAt: kept?.startedAt ?? now,
      issuedAt: now,
    }
    tell('done', `token:${tokenId}`)
    const signedIn = success({ account_id: id, token_ids: session.accounts.map((one) => one.tokenId) })
    signedIn.headers.set('set-cookie', cookieHeader(await sealer.seal(session)))
    return signedIn
  }
}

export const tooMany = (waitSeconds: number) =>
  failure(429, 'Too many attempts from your address. Try again later.', {
    'retry-after': String(waitSeconds),
  })

async function refusalOf(answer: Response): Promise<Response> {
  const error = answer.ok ? undefined : parseEnvelope(await answer.text())?.errors?.[0]
  const said = answer.ok ? 'it is not active' : error?.message || `HTTP ${answer.status}`
  // Its documentation link and error chain are Cloudflare's own, and are forwarded unchanged.
  const more = Object.entries(error ?? {}).filter(([field]) => ['documentation_url', 'error_chain'].includes(field))
  const message = `Cloudflare does not accept this token for this account: ${said}.`
  return failure(401, message, undefined, Object.fromEntries(more))
}
