import { readStored, store } from '#app/ui/storage.ts'
import { ownRights, type OwnRights } from '#domain/token/own-rights.ts'
import { useOwnToken } from './use-own-token.ts'

/**
 * What the app's own token may do with the account's tokens, by its policies; `none`: the API does not even let it read
 * them. `asks`: the token is fetched, unless it is known. Until it is, what it lacked in the last visit, so that nothing
 * is offered for a moment only.
 */
export function useOwnRights(accountId: string | null, how: { asks?: boolean } = {}): OwnRights | 'none' {
  const { id, token, error } = useOwnToken(accountId, how)
  if (token && accountId) return ownRights(token.policies, accountId)
  const isRefused = error?.status === 403 && !error.problems.some(({ message }) => !REFUSALS.test(message))
  return isRefused
    ? 'none'
    : (LIMITED.find((rights) => readStored('localStorage', KEY) === `${id} ${rights}`) ?? 'unknown')
}

/** Refusals for a missing permission. Others, such as of an address, do not tell what the token may do. */
const REFUSALS = /^(Unauthorized to access requested resource|Forbidden)/

const LIMITED = ['read', 'none'] as const
/** The ID of the app's own token, and its rights. */
const KEY = 'token-desk.own-rights'

/** For the next visit. */
export const keepRights = (tokenId: string, rights: string) => store('localStorage', KEY, `${tokenId} ${rights}`)
