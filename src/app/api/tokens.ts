import type { TokenListParams } from 'cloudflare/resources/accounts/tokens/tokens'
import { readToken } from '#domain/token/read-token.ts'
import type { Token } from '#domain/token/token.ts'
import { listOf, readAnswer, type Answer } from './answer.ts'
import type { Sdk } from './client.ts'
import { ApiFailure, oddAnswer } from './errors.ts'
import { totalOf, type Total } from '#domain/inventory/total.ts'

/** One page of the list; the total spans all pages. `unreadable` items of it are no tokens. */
export type TokenPage = { tokens: Token[]; unreadable: number } & Total

/** `name` (since June 2026) is not in the SDK's types. How it matches is not documented, so results are filtered again. */
type ListParams = TokenListParams & { name?: string }

/** One page of tokens. */
export async function listTokens(
  { account_id, page = 1, per_page = 20, direction = 'desc', include_expired = false, name }: ListParams,
  signal?: AbortSignal,
): Promise<TokenPage> {
  // In this order the page's inline script has asked for it already (`src/app/first-requests.ts`).
  const query = { page, per_page, direction, include_expired, ...(name !== undefined && { name }) }
  const send = (sdk: Sdk) => sdk.accounts.tokens.list({ account_id, ...query }, { signal })
  const early = { path: `/v4/accounts/${account_id}/tokens`, query, signal }
  return readAnswer(send, (answer) => tokenPageOf(answer, page, per_page), early)
}

/** The tokens of an answer to the request for a page. */
export function tokenPageOf(answer: Answer, page: number, perPage: number): TokenPage {
  const items = listOf(answer)
  const tokens = items.map(readToken).filter((token) => token !== null)
  return {
    tokens,
    ...totalOf(answer.resultInfo['total_count'], { page, perPage, count: items.length }),
    unreadable: items.length - tokens.length,
  }
}

/** More pages than an account's quota of tokens fills. */
const PAGES_OF_A_NAME = 20
const LARGEST_PAGE = 50

/** The tokens with this in their names, expired ones included. Fails when there are too many to search. */
export async function findTokensByName(accountId: string, name: string, signal?: AbortSignal): Promise<Token[]> {
  const found: Token[] = []
  for (let page = 1; page <= PAGES_OF_A_NAME; page += 1) {
    const filter = {
      page,
      per_page: LARGEST_PAGE,
      direction: 'desc',
      include_expired: true,
      name: name.trim(),
    } as const
    const { tokens, unreadable, totalCount, isCounted } = await listTokens({ account_id: accountId, ...filter }, signal)
    found.push(...tokens)
    const count = tokens.length + unreadable
    if (count === 0 || (isCounted ? page * LARGEST_PAGE >= totalCount : count < LARGEST_PAGE)) return found
  }
  // A part of them must not pass for all.
  throw oddAnswer('Too many tokens to search by name.')
}

export async function getToken(accountId: string, tokenId: string, signal?: AbortSignal): Promise<Token> {
  const send = (sdk: Sdk) => sdk.accounts.tokens.get(tokenId, { account_id: accountId }, { signal })
  const early = { path: `/v4/accounts/${accountId}/tokens/${tokenId}`, signal }
  return readAnswer(send, ({ result }) => tokenOf(result, tokenId), early)
}

/** The same, `null` for a token that does not exist. */
export const findToken = (accountId: string, tokenId: string): Promise<Token | null> =>
  getToken(accountId, tokenId).catch((error: unknown) => {
    if (error instanceof ApiFailure && error.isGone) return null
    throw error
  })

/** The token of an answer. Anything else, also another token, is an answer of the wrong form. */
export function tokenOf(wire: unknown, tokenId?: string): Token {
  const token = readToken(wire)
  if (!token) throw oddAnswer('The API response has no token.')
  if (tokenId !== undefined && token.id !== tokenId) throw oddAnswer('The API response has a different token.')
  return token
}
