import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Context, Extent, Judging } from '#domain/findings/context.ts'
import { findingsReader, type Findings } from '#domain/findings/findings-of.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { identityOf } from './identity.ts'
import { runSteps } from './run-steps.ts'

/** Readers remember the tokens they have judged, so that a growing inventory costs what is new in it. */
let last: { key: string; read: ReturnType<typeof findingsReader> } | null = null

function readerFor(context: Judging, key: string) {
  if (last?.key !== key) last = { key, read: findingsReader(context) }
  return last.read
}

/** The findings of an account, computed while the page stays usable. Until then, those of before. */
export function findingsQuery(reach: TokenReach[], { isComplete, totalCount, ...judging }: Context) {
  const { catalogue, ...others } = judging
  const extent: Extent = { isComplete, totalCount }
  const by = [identityOf(catalogue), others] as const
  return queryOptions<Findings>({
    queryKey: ['findings', judging.accountId, identityOf(reach), extent, ...by],
    queryFn: ({ signal }) => runSteps(readerFor(judging, JSON.stringify(by))(reach, extent), signal),
    staleTime: Infinity,
    gcTime: 60_000,
    networkMode: 'always',
    retry: false,
    structuralSharing: false,
    placeholderData: keepPreviousData,
  })
}
