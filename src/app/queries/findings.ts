import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Context } from '#domain/findings/context.ts'
import { findingSteps, type Findings } from '#domain/findings/findings-of.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { identityOf } from './identity.ts'
import { runSteps } from './run-steps.ts'

/** The findings of an account, computed while the page stays usable. Until then, those of before. */
export const findingsQuery = (reach: TokenReach[], { catalogue, ...context }: Context) =>
  queryOptions<Findings>({
    queryKey: ['findings', context.accountId, identityOf(reach), identityOf(catalogue), context],
    queryFn: ({ signal }) => runSteps(findingSteps(reach, { ...context, catalogue }), signal),
    staleTime: Infinity,
    gcTime: 60_000,
    networkMode: 'always',
    retry: false,
    structuralSharing: false,
    placeholderData: keepPreviousData,
  })
