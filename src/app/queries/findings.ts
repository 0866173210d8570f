import { queryOptions } from '@tanstack/react-query'
import type { Context, Extent, Judging } from '#domain/findings/context.ts'
import type { Findings, findingsReader } from '#domain/findings/findings-of.ts'
import type { RuleId } from '#domain/findings/finding.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { identityOf } from './identity.ts'
import { COMPUTED, runSteps } from './run-steps.ts'

/** `titles` are those of all rules. */
type JudgedAccount = Findings & { titles: ReadonlyMap<RuleId, string> }

/** Readers remember the tokens they have judged, so that a growing inventory costs what is new in it. */
let last: { key: string; read: ReturnType<typeof findingsReader> } | null = null

/** The rules are loaded with the first findings that are wanted. */
async function judge(reach: TokenReach[], judging: Judging, key: string, extent: Extent, signal: AbortSignal) {
  const [{ findingsReader }, { RULES }] = await Promise.all([
    import('#domain/findings/findings-of.ts'),
    import('#domain/findings/rules.ts'),
  ])
  if (last?.key !== key) last = { key, read: findingsReader(judging) }
  const findings = await runSteps(last.read(reach, extent), signal)
  return { ...findings, titles: new Map(RULES.map(({ id, title }) => [id, title])) }
}

/** The findings of an account, computed while the page stays usable. Until then, those of before. */
export function findingsQuery(reach: TokenReach[], { isComplete, totalCount, ...judging }: Context) {
  const { catalogue, listings, ownToken, ...others } = judging
  const extent: Extent = { isComplete, totalCount }
  const { zones, buckets, workers } = listings ?? {}
  const objects = [catalogue, zones, buckets, workers, ownToken]
  const by = [...objects.map(identityOf), others] as const
  return queryOptions<JudgedAccount>({
    queryKey: ['findings', judging.accountId, identityOf(reach), extent, ...by],
    queryFn: ({ signal }) => judge(reach, judging, JSON.stringify(by), extent, signal),
    ...COMPUTED,
  })
}
