import type { Context, MiddlewareHandler } from 'hono'
import { mayTouch, NOT_CONFIGURED } from './account-ids.ts'
import type { AppEnv } from './app-env.ts'
import { accountsLeft, type EndedSessions } from './ended-sessions.ts'
import { failure, parseEnvelope } from './envelope.ts'
import { type Sealer, seenCookieHeader, sessionOf, type SignedInAccount } from './session-cookie.ts'

/** The credentials a request may use, and for which accounts. */
export type Credentials = {
  /** The token for an account; without an account, the first there is. `null`: none for that one. */
  tokenFor: (accountId: string | null) => string | null
  /** Whose credential that is, for the audit line. */
  ownerFor: (accountId: string | null) => string
  /** The only accounts that may be touched; empty means no limit of ours. Lower case. */
  accountIds: readonly string[]
  /** What a call about any other account is answered. */
  refusalFor: (accountId: string) => Response
  /** Whether the credential for an account was signed out since the request came in. */
  isEnded?: (accountId: string | null) => Promise<boolean>
}

/** One token for everybody: the server's own. */
export const sharedCredentials = (token: string, accountIds: readonly string[]): Credentials => ({
  tokenFor: () => token,
  ownerFor: () => 'server',
  accountIds,
  refusalFor: () => failure(403, NOT_CONFIGURED),
})

/** Nobody's: for a server on which everybody brings a token. */
export const NO_CREDENTIALS: Credentials = {
  tokenFor: () => null,
  ownerFor: () => 'nobody',
  accountIds: [],
  refusalFor: () => failure(401, SIGN_IN),
}

export const SIGN_IN = 'Sign in to use this.'
const NOT_SIGNED_IN = 'You are not signed in to this account. Sign in with a token of it.'

/** How often a session's last use is written down, in ms: not with every one of a page's requests. */
const TOUCH_MS = 60_000

type SignInDoor = {
  sealer: Sealer
  ended: EndedSessions
  /** The only accounts people may sign in to; empty means any. */
  accountIds: readonly string[]
}

/** Lets in who is signed in, with the tokens they brought; everybody else is told to sign in. */
export function requireSignIn({ sealer, ended, accountIds }: SignInDoor): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const now = Date.now()
    const brought = await sessionOf(c.req.header('cookie'), sealer, now)
    const left = brought ? await accountsLeft(brought.session, ended) : []
    const accounts = left.filter(({ id }) => mayTouch(accountIds, id))
    if (!brought || !accounts[0]) return failure(401, SIGN_IN)

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
        !(await accountsLeft(brought.session, ended)).some(({ id }) => id === find(accountId)?.id),
    })
    await next()
    // Access knows the person; without it the token they brought stands for them.
    if (used.account && !c.get('who')) c.set('who', `token:${used.account.tokenId}`)
    if (used.account && (await isNoLongerAccepted(c))) {
      await ended.endToken(used.account.tokenId, Date.now())
      c.res = failure(401, 'Cloudflare no longer accepts your token for this account. Sign in with another one.')
    } else if (now - brought.seenAt > TOUCH_MS) {
      c.header('set-cookie', seenCookieHeader(await sealer.sealSeen({ id: brought.session.id, at: now })), {
        append: true,
      })
    }
    return undefined
  }
}

/**
 * Whether the API refused the very token that the person brought: 1000 and 9109 "Invalid access
 * token" say so (`docs/api-behaviour.md` §1.2). Other refusals are about rights, and leave them signed in.
 */
async function isNoLongerAccepted(c: Context<AppEnv>): Promise<boolean> {
  if (c.get('isForwarded') !== true || (c.res.status !== 401 && c.res.status !== 403)) return false
  const errors = parseEnvelope(await c.res.clone().text())?.errors ?? []
  return errors.some(({ code, message }) => code === 1000 || (code === 9109 && message === 'Invalid access token'))
}
