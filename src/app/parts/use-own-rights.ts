import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '#app/queries/session.ts'
import { tokenQuery } from '#app/queries/tokens.ts'
import { ownRights, type OwnRights } from '#domain/token/own-rights.ts'

/** It changes by hand, and then through this app or with a new secret. */
const STALE_MS = 5 * 60_000

/**
 * What the token the app runs on may do with the account's tokens, as its own policies say; `none`: the API
 * does not even let it look. `asks` for the one place that reads the token; the others go by what was read.
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

/** A refusal for want of a permission; others, such as of an address, say nothing of what it may do. */
const REFUSALS = /^(Unauthorized to access requested resource|Forbidden)/
