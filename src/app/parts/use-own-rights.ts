import { readStored, store } from '#app/ui/storage.ts'
import { ownRights, type OwnRights } from '#domain/token/own-rights.ts'
import { useOwnToken } from './use-own-token.ts'

/**
 * What the app's own token may do with the account's tokens, by its policies; `none`: the API does not even let it read
 * them. `asks`: the token is fetched, unless it is known. Until it is, what was known in the last visit, so that nothing
 * is offered for a moment only.
 */
export function useOwnRights(accountId: string | null, how: { asks?: boolean } = {}): OwnRights | 'none' {
  const { id, token, error } = useOwnToken(accountId, how)
  if (token && accountId) return ownRights(token.policies, accountId)
  const isRefused = error?.status === 403 && !error.problems.some(({ message }) => !REFUSALS.test(message))
  if (isRefused) return 'none'
  // `keepRights` wrote it. A word that it did not write is none that is asked for.
  return (readStored('localStorage', KEY + id) as OwnRights | 'none' | null) ?? 'unknown'
}

/** For the next visit. */
export const keepRights = (tokenId: string, rights: OwnRights | 'none') => store('localStorage', KEY + tokenId, rights)

/** Before the ID of an own token. */
const KEY = 'token-desk.rights.'

/** Refusals for a missing permission. Others, such as of an address, do not tell what the token may do. */
const REFUSALS = /^(Unauthorized to access requested resource|Forbidden)/
