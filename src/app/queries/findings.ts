import { queryOptions } from '@tanstack/react-query'
import type { BaseContext, Context, Extent, Listed } from '#domain/findings/context.ts'
import type { Findings, findingsReader } from '#domain/findings/findings-of.ts'
import type { RuleId } from '#domain/findings/finding.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { identityOf } from './identity.ts'
import { COMPUTED, runSteps } from './run-steps.ts'

/** `titles` are those of all rules. */
type JudgedAccount = Findings & { titles: ReadonlyMap<RuleId, string> }

/**
 * Readers remember the tokens they have judged, so that a growing inventory, or another list of zones, costs what is new
 * in it. `key` is what they are made with.
 */
let last: { key: string; read: ReturnType<typeof findingsReader> } | null = null

/** The rules are loaded with the first findings that are wanted. */
async function judge(reach: TokenReach[], base: BaseContext, rest: Listed & Extent, key: string, signal: AbortSignal) {
  const [{ findingsReader }, { RULES }] = await Promise.all([
    import('#domain/findings/findings-of.ts'),
    import('#domain/findings/rules.ts'),
  ])
  if (last?.key !== key) last = { key, read: findingsReader(base) }
  const findings = await runSteps(last.read(reach, rest), signal)
  return { ...findings, titles: new Map(RULES.map(({ id, title }) => [id, title])) }
}

/** The findings of an account, computed while the page stays usable. Until then, those of before. */
export function findingsQuery(reach: TokenReach[], context: Context) {
  const { catalogue, listings, ownToken, isComplete, totalCount, zoneCount, bucketCount, ...others } = context
  const { zones, buckets, workers } = listings ?? {}
  const by = [identityOf(catalogue), others] as const
  const listed = [...[zones, buckets, workers, ownToken].map(identityOf), zoneCount, bucketCount]
  return queryOptions<JudgedAccount>({
    queryKey: ['findings', others.accountId, identityOf(reach), ...by, ...listed, { isComplete, totalCount }],
    queryFn: ({ signal }) => judge(reach, { catalogue, ...others }, context, JSON.stringify(by), signal),
    ...COMPUTED,
  })
}
