import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '#app/queries/session.ts'

/**
 * The ID of the token that the app works with, for a write that could hit it. It is verified again where that failed or
 * was long ago: the server may have another one by now, or another user signed in. `null` while it is not known.
 */
export function useCheckedOwnTokenId(accountId: string): string | null {
  const { data, error } = useQuery({
    ...sessionQuery(accountId),
    retryOnMount: true,
    refetchOnMount: ({ state }) => (state.data?.credential && !state.error ? true : 'always'),
  })
  return error ? null : (data?.credential?.id ?? null)
}
