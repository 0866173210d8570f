import { queryOptions } from '@tanstack/react-query'
import { findToken } from '#app/api/tokens.ts'

/** A token after a roll without an answer; `null`: it does not exist. Never cached. */
export const rolledTokenQuery = (accountId: string, tokenId: string) =>
  queryOptions({
    queryKey: ['rolled-token', accountId, tokenId],
    queryFn: () => findToken(accountId, tokenId),
    staleTime: 0,
    gcTime: 0,
    throwOnError: false,
    structuralSharing: false,
  })
