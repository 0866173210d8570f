import { queryOptions } from '@tanstack/react-query'
import { namedByTokens, type NamedByTokens } from '#domain/reach/named-by-tokens.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { identityOf } from './identity.ts'
import { COMPUTED, runSteps } from './run-steps.ts'

/** What the policies of these tokens name, computed while the page stays usable. */
export const namedByTokensQuery = (reach: TokenReach[]) =>
  queryOptions<NamedByTokens>({
    queryKey: ['named-by-tokens', identityOf(reach)],
    queryFn: ({ signal }) => runSteps(namedByTokens(reach), signal),
    ...COMPUTED,
    gcTime: 10_000,
  })
