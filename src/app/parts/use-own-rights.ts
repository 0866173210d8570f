import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '#app/queries/session.ts'
import { tokenQuery } from '#app/queries/tokens.ts'
import { ownRights, type OwnRights } from '#domain/token/own-rights.ts'

/** Permissions change rarely: through this app, or with another token. */
const STALE_MS = 5 * 60_000

/**
 * What the app's own token may do with the account's tokens, by its policies; `none`: the API does not even let it read
 * them. `asks` is for the one component that fetches the token; others use what was fetched.
 */
export function useOwnRights(accountId: string | null, { asks = false } = {}): OwnRights | 'none' {
  const { data: session } = useQuery({ ...sessionQuery(accountId), throwOnError: false })
  const credential = session?.credential
  const id = credential && credential.accountId === accountId ? credential.id : null
  const { data, error } = useQuery({
    ...tokenQuery(accountId ?? '', id ?? ''),
    enabled: asks && id !== null,
    staleTime: STALE_MS,
    throwOnError: false,
  })
  if (data && accountId) return ownRights(data.policies, accountId)
  const isRefused = error?.status === 403 && !error.problems.some(({ message }) => !REFUSALS.test(message))
  return isRefused ? 'none' : 'unknown'
}

/** Refusals for a missing permission. Others, such as of an address, do not tell what the token may do. */
const REFUSALS = /^(Unauthorized to access requested resource|Forbidden)/
