import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnv } from './app-env.ts'
import { failure, parseEnvelope } from './envelope.ts'
import { clearedCookie, cookieHeader, readCookie, type Sealer } from './session-cookie.ts'

/** The credentials a request may use, and for which accounts. */
export type Credentials = {
  /** The token for an account; without an account, the first there is. `null`: none for that one. */
  tokenFor: (accountId: string | null) => string | null
  /** Whose credential that is, for the audit line. */
  ownerFor: (accountId: string | null) => string
  /** The only accounts that may be touched; empty means no limit of ours. Lower case. */
  accountIds: readonly string[]
}

/** One token for everybody: the server's own. */
export const sharedCredentials = (token: string, accountIds: readonly string[]): Credentials => ({
  tokenFor: () => token,
  ownerFor: () => 'server',
  accountIds,
})

/** How often a session's last use is written down, in ms: not with every one of a page's requests. */
const TOUCH_MS = 60_000

/** Lets in who is signed in, with the tokens they brought; everybody else is told to sign in. */
export function requireSignIn(sealer: Sealer): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const now = Date.now()
    const sealed = readCookie(c.req.header('cookie'))
    const session = sealed && (await sealer.open(sealed, now))
    if (!session) return signedOut('Sign in to use this.')
    const accounts = new Map(session.accounts.map((account) => [account.id, account]))
    const brought = (accountId: string | null) =>
      accountId === null ? session.accounts[0] : accounts.get(accountId.toLowerCase())
    c.set('credentials', {
      tokenFor: (accountId) => brought(accountId)?.token ?? null,
      ownerFor: (accountId) => `token:${brought(accountId)?.tokenId ?? 'none'}`,
      accountIds: [...accounts.keys()],
    })
    await next()
    if (await isNoLongerAccepted(c))
      c.res = signedOut('Cloudflare no longer accepts your token. Sign in with another one.')
    else if (now - session.seenAt > TOUCH_MS) {
      c.header('set-cookie', cookieHeader(await sealer.seal({ ...session, seenAt: now })))
    }
    return undefined
  }
}

/**
 * Whether the API refused the very token that the person brought: 1000 and 9109 "Invalid access
 * token" say so (`contract/api-behaviour.md` §1.2). Other refusals are about rights, and leave them signed in.
 */
async function isNoLongerAccepted(c: Context<AppEnv>): Promise<boolean> {
  if (c.get('isForwarded') !== true || (c.res.status !== 401 && c.res.status !== 403)) return false
  const errors = parseEnvelope(await c.res.clone().text())?.errors ?? []
  return errors.some(({ code, message }) => code === 1000 || (code === 9109 && message === 'Invalid access token'))
}

const signedOut = (message: string): Response => failure(401, message, { 'set-cookie': clearedCookie })
