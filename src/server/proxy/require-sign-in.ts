import type { Context, MiddlewareHandler } from 'hono'
import { mayTouch, NOT_CONFIGURED } from './account-ids.ts'
import type { AppEnv } from './app-env.ts'
import { SIGN_IN } from './credentials.ts'
import { accountsLeft, type EndedSessions } from './ended-sessions.ts'
import { failure, parseEnvelope } from './envelope.ts'
import { type Sealer, seenCookieHeader, sessionOf, type SignedInAccount } from './session-cookie.ts'

const NOT_SIGNED_IN = 'You are not signed in to this account. Sign in with one of its tokens.'

/** How often a session's last use is saved, in ms. Saving at each request would be too often. */
const TOUCH_MS = 60_000

type SignInCheck = {
  sealer: Sealer
  ended: EndedSessions
  /** The only accounts users may sign in to. Empty means any. */
  accountIds: readonly string[]
}

/** Accepts requests with a valid session, and sets its tokens. Refuses all others with 401. */
export function requireSignIn({ sealer, ended, accountIds }: SignInCheck): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const now = Date.now()
    const current = await sessionOf(c.req.header('cookie'), sealer, now)
    const left = current ? await accountsLeft(current.session, ended) : []
    const accounts = left.filter(({ id }) => mayTouch(accountIds, id))
    if (!current || !accounts[0]) return failure(401, SIGN_IN)

    const used: { account?: SignedInAccount } = {}
    const find = (accountId: string | null) =>
      accountId === null ? accounts[0] : accounts.find(({ id }) => id === accountId.toLowerCase())
    c.set('credentials', {
      tokenFor: (accountId) => {
        const account = find(accountId)
        if (account) used.account = account
        return account?.token ?? null
      },
      ownerFor: (accountId) => `token:${find(accountId)?.tokenId ?? 'none'}`,
      accountIds: accounts.map(({ id }) => id),
      refusalFor: (accountId) =>
        mayTouch(accountIds, accountId) ? failure(401, NOT_SIGNED_IN) : failure(403, NOT_CONFIGURED),
      isEnded: async (accountId) =>
        !(await accountsLeft(current.session, ended)).some(({ id }) => id === find(accountId)?.id),
    })
    await next()
    // Access names the person; without it, their token identifies them.
    if (used.account && !c.get('who')) c.set('who', `token:${used.account.tokenId}`)
    if (used.account && (await isNoLongerAccepted(c))) {
      await ended.endToken(used.account.tokenId, Date.now())
      c.res = failure(401, 'Cloudflare no longer accepts your token for this account. Sign in with another one.')
    } else if (now - current.seenAt > TOUCH_MS) {
      c.header('set-cookie', seenCookieHeader(await sealer.sealSeen({ id: current.session.id, at: now })), {
        append: true,
      })
    }
    return undefined
  }
}

/**
 * Whether the API rejected the user's token itself: codes 1000 and 9109 "Invalid access token"
 * (`docs/api-behaviour.md` §1.2). Other refusals are about permissions and keep the session.
 */
async function isNoLongerAccepted(c: Context<AppEnv>): Promise<boolean> {
  if (c.get('isForwarded') !== true || (c.res.status !== 401 && c.res.status !== 403)) return false
  const errors = parseEnvelope(await c.res.clone().text())?.errors ?? []
  return errors.some(({ code, message }) => code === 1000 || (code === 9109 && message === 'Invalid access token'))
}
