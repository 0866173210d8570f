import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ApiFailure } from '#app/api/errors.ts'
import type { Token } from '#domain/token/token.ts'
import { tokenQuery } from './tokens.ts'

const openedKey = (accountId: string) => ['opened', accountId] as const

/** Remembers that a page of a token was opened; a pointer over a link only loads the token. */
export const rememberOpened = (client: QueryClient, accountId: string, tokenId: string): void =>
  void client.setQueryData<string[]>(openedKey(accountId), (ids = []) => [
    tokenId,
    ...ids.filter((id) => id !== tokenId),
  ])

/** For a page of a token. */
export function useRememberOpened(accountId: string, tokenId: string): void {
  const client = useQueryClient()
  useEffect(() => rememberOpened(client, accountId, tokenId), [client, accountId, tokenId])
}

/** Tokens that were opened in this tab and not found gone since, latest first: in the cache, and nowhere else. */
export function recentTokens(client: QueryClient, accountId: string): Token[] {
  const opened = client.getQueryData<string[]>(openedKey(accountId)) ?? []
  return opened.flatMap((id) => {
    const { data, error } = client.getQueryState(tokenQuery(accountId, id).queryKey) ?? {}
    return data && !isGone(error) ? [data] : []
  })
}

const isGone = (error: unknown) => error instanceof ApiFailure && error.isGone
