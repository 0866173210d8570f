import { ownRights, type OwnRights } from '#domain/token/own-rights.ts'
import { useOwnToken } from './use-own-token.ts'

/**
 * What the app's own token may do with the account's tokens, by its policies; `none`: the API does not even let it read
 * them. `asks`: the token is fetched, unless it is known.
 */
export function useOwnRights(accountId: string | null, how: { asks?: boolean } = {}): OwnRights | 'none' {
  const { token, error } = useOwnToken(accountId, how)
  if (token && accountId) return ownRights(token.policies, accountId)
  const isRefused = error?.status === 403 && !error.problems.some(({ message }) => !REFUSALS.test(message))
  return isRefused ? 'none' : 'unknown'
}

/** Refusals for a missing permission. Others, such as of an address, do not tell what the token may do. */
const REFUSALS = /^(Unauthorized to access requested resource|Forbidden)/
