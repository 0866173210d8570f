import { useQuery } from '@tanstack/react-query'
import { namedByTokensQuery } from '#app/queries/named-by-tokens.ts'
import type { NamedByTokens } from '#domain/reach/named-by-tokens.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'

/** What the policies of the account name, computed while the page stays usable; `undefined` until it is known. */
export function useNamedByTokens(reach: TokenReach[] | undefined): NamedByTokens | undefined {
  return useQuery({ ...namedByTokensQuery(reach ?? []), enabled: reach !== undefined }).data
}
