import { queryOptions } from '@tanstack/react-query'
import { findTokensByName } from '#app/api/tokens.ts'
import { createdSince } from '#domain/token/outcome.ts'
import type { CreateAttempt } from './token-writes.ts'
import { listsKey } from './tokens.ts'

/** What a create without an answer has created: the tokens of its name that did not exist before. Never cached. */
export const createdTokensQuery = (accountId: string, attempt: CreateAttempt | null) =>
  queryOptions({
    queryKey: ['created-tokens', accountId, attempt],
    queryFn: async ({ client, signal }) => {
      if (!attempt) return []
      const tokens = await findTokensByName(accountId, attempt.name, signal)
      void client.invalidateQueries({ queryKey: listsKey(accountId) })
      return createdSince(tokens, attempt.name, attempt.before)
    },
    staleTime: 0,
    gcTime: 0,
    throwOnError: false,
  })
