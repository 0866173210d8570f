import { NOT_CONFIGURED } from './account-ids.ts'
import { failure } from './envelope.ts'
import type { Upstream } from './upstream.ts'

/** The credentials a request may use, and for which accounts. */
export type Credentials = {
  /** The token for an account, or the first token when no account is given. `null`: no token for that account. */
  tokenFor: (accountId: string | null) => string | null
  /** The owner of that credential, for the log. */
  ownerFor: (accountId: string | null) => string
  /** The only accounts allowed, in lower case. Empty means no limit of ours. */
  accountIds: readonly string[]
  /** The answer to a call about any other account. */
  refusalFor: (accountId: string) => Response
  /** Whether the account's credential was signed out since the request arrived. */
  isEnded?: (accountId: string | null) => Promise<boolean>
}

/** The server's own token, shared by all users. */
export const sharedCredentials = (token: string, accountIds: readonly string[]): Credentials => ({
  tokenFor: () => token,
  ownerFor: () => 'server',
  accountIds,
  refusalFor: () => failure(403, NOT_CONFIGURED),
})

/** No token: for a server where each user signs in. */
export const NO_CREDENTIALS: Credentials = {
  tokenFor: () => null,
  ownerFor: () => 'nobody',
  accountIds: [],
  refusalFor: () => failure(401, SIGN_IN),
}

export const SIGN_IN = 'Sign in to use this.'

/** What the server needs to call the API on the caller's behalf. */
export type ApiAccess = { upstream: Upstream; credentials: Credentials }
