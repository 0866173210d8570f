import { queryOptions } from '@tanstack/react-query'
import { verifyOwnCredential } from '#app/api/token-writes.ts'

/** Verifies the server's own credential when the user asks for it, so never from the cache. */
export const ownCredentialQuery = (accountId: string) =>
  queryOptions({
    queryKey: ['own-credential', accountId],
    queryFn: ({ signal }) => verifyOwnCredential(accountId, signal),
    staleTime: 0,
    throwOnError: false,
  })
