import { queryOptions, useQuery } from '@tanstack/react-query'
import { identityOf } from '#app/queries/identity.ts'
import { COMPUTED, runSteps } from '#app/queries/run-steps.ts'
import { namedByTokens, type NamedByTokens } from '#domain/reach/named-by-tokens.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'

const namedQuery = (reach: TokenReach[]) =>
  queryOptions<NamedByTokens>({
    queryKey: ['named-by-tokens', identityOf(reach)],
    queryFn: ({ signal }) => runSteps(namedByTokens(reach), signal),
    ...COMPUTED,
    gcTime: 10_000,
  })

/** What the policies of the account name, computed while the page stays usable; `undefined` until it is known. */
export function useNamedByTokens(reach: TokenReach[] | undefined): NamedByTokens | undefined {
  return useQuery({ ...namedQuery(reach ?? []), enabled: reach !== undefined }).data
}
