import type { QueryClient } from '@tanstack/react-query'
import { ApiFailure } from '#app/api/errors.ts'
import type { Token } from '#domain/token/token.ts'
import { detailsKey } from './tokens.ts'

/** Tokens that were opened in this tab and not found gone since, latest first: in the cache, and nowhere else. */
export function recentTokens(client: QueryClient, accountId: string): Token[] {
  return client
    .getQueryCache()
    .findAll({ queryKey: detailsKey(accountId) })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .flatMap(({ state: { data, error } }) => (data && !isGone(error) ? [data as Token] : []))
}

const isGone = (error: unknown) => error instanceof ApiFailure && error.status === 404
