import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { ApiFailure } from '#app/api/errors.ts'
import { getToken, listTokens } from '#app/api/tokens.ts'
import { updateInventoryCache } from './inventory-cache.ts'

/** The list's state as the address bar holds it and the API takes it. */
export type TokenListFilter = {
  page: number
  per_page: 5 | 10 | 20 | 50
  direction: 'asc' | 'desc'
  include_expired: boolean
}

/** Structural sharing copies objects key by key and loses some keys (`__proto__`): a token stays what the API sent. */
const unshared = { structuralSharing: false } as const

/** Every token query of an account lives under this key, lists apart from details. */
export const tokensKey = (accountId: string) => ['tokens', accountId] as const
export const listsKey = (accountId: string) => [...tokensKey(accountId), 'list'] as const

const detailsKey = (accountId: string) => [...tokensKey(accountId), 'detail'] as const

export const tokenListQuery = (accountId: string, filter: TokenListFilter) =>
  queryOptions({
    queryKey: [...listsKey(accountId), filter],
    queryFn: ({ signal }) => listTokens({ account_id: accountId, ...filter }, signal),
    placeholderData: keepPreviousData,
    ...unshared,
  })

export const tokenQuery = (accountId: string, tokenId: string) =>
  queryOptions({
    queryKey: [...detailsKey(accountId), tokenId],
    queryFn: ({ signal, client }) =>
      getToken(accountId, tokenId, signal).catch((error: unknown) => {
        // A token that is gone is in no list either.
        if (error instanceof ApiFailure && error.isGone) {
          void updateInventoryCache(client, accountId, tokenId, null)
          void client.invalidateQueries({ queryKey: listsKey(accountId) })
        }
        throw error
      }),
    ...unshared,
  })

/**
 * The app's own token. Its permissions change rarely: through this app, or with another token. All findings are judged
 * by it, so the same token by another answer stays the same object.
 */
export const ownTokenQuery = (accountId: string, tokenId: string) =>
  queryOptions({
    ...tokenQuery(accountId, tokenId),
    staleTime: 5 * 60_000,
    throwOnError: false,
    structuralSharing: (old: unknown, token: unknown) => (JSON.stringify(old) === JSON.stringify(token) ? old : token),
  })
