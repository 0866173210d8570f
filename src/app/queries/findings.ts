import { queryOptions } from '@tanstack/react-query'
import type { BaseContext, Context, Extent, Listed } from '#domain/findings/context.ts'
import type { Findings, findingsReader } from '#domain/findings/findings-of.ts'
import type { RuleId } from '#domain/findings/finding.ts'
import type { Token } from '#domain/token/token.ts'
import { identityOf } from './identity.ts'
import { loadOnce } from './load-once.ts'
import { readReach } from './reach.ts'
import { COMPUTED, runSteps } from './run-steps.ts'

/** `titles` are those of all rules. */
type JudgedAccount = Findings & { titles: ReadonlyMap<RuleId, string> }

/**
 * Readers remember the tokens they have judged, so that a growing inventory, or another list of zones, costs what is new
 * in it. `key` is what they are made with.
 */
let last: { key: string; read: ReturnType<typeof findingsReader> } | null = null

/** The rules are loaded with the first page that wants them. */
export const loadRules = loadOnce(async () => {
  const [{ findingsReader }, { RULES }] = await Promise.all([
    import('#domain/findings/findings-of.ts'),
    import('#domain/findings/rules.ts'),
  ])
  return { findingsReader, titles: new Map(RULES.map(({ id, title }) => [id, title])) }
})

async function judge(tokens: Token[], base: BaseContext, rest: Listed & Extent, key: string, signal: AbortSignal) {
  const { findingsReader, titles } = await loadRules()
  const reach = await readReach(base, tokens, signal)
  if (last?.key !== key) last = { key, read: findingsReader(base) }
  const findings = await runSteps(last.read(reach, rest), signal)
  return { ...findings, titles }
}

/**
 * The findings of an account, computed while the page stays usable. Until then, those of before. They are asked for with
 * the tokens and not with what these reach: a page that shows both would be drawn between the two.
 */
export function findingsQuery(tokens: Token[], context: Context) {
  const { catalogue, listings, ownToken, isComplete, totalCount, zoneCount, bucketCount, ...others } = context
  const { zones, buckets, workers } = listings ?? {}
  const by = [identityOf(catalogue), others] as const
  const listed = [...[zones, buckets, workers, ownToken].map(identityOf), zoneCount, bucketCount]
  return queryOptions<JudgedAccount>({
    queryKey: ['findings', others.accountId, identityOf(tokens), ...by, ...listed, { isComplete, totalCount }],
    queryFn: ({ signal }) => judge(tokens, { catalogue, ...others }, context, JSON.stringify(by), signal),
    ...COMPUTED,
  })
}
