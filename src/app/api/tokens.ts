import type { TokenListParams } from 'cloudflare/resources/accounts/tokens/tokens'
import type { WireToken } from '#domain/policy/wire.ts'
import type { Token } from '#domain/token/token.ts'
import { readApi } from './read.ts'
import { toToken } from './token-schema.ts'

/** One page of the list; `totalCount` spans all pages. */
export type TokenPage = { tokens: Token[]; totalCount: number }

/** One page of tokens. */
export async function listTokens(
  { account_id, page = 1, per_page = 20, direction = 'desc', include_expired = false }: TokenListParams,
  signal?: AbortSignal,
): Promise<TokenPage> {
  const query = { page, per_page, direction, include_expired }
  const answer = await readApi<WireToken[]>(`/v4/accounts/${account_id}/tokens`, query, { signal })
  return {
    tokens: answer.result.map(toToken),
    totalCount: answer.result_info?.total_count ?? answer.result.length,
  }
}

export async function getToken(accountId: string, tokenId: string, signal?: AbortSignal): Promise<Token> {
  const { result } = await readApi<WireToken>(`/v4/accounts/${accountId}/tokens/${tokenId}`, {}, { signal })
  return toToken({ id: tokenId, ...result })
}
