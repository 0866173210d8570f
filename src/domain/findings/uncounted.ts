import type { Judging } from './context.ts'
import type { Finding, RuleId } from './finding.ts'
import { knownLists } from './listed.ts'

/** A rule that is judged without a number or a list that it asks for, and what this may change. */
export type Uncounted = { rule: RuleId; why: string }

type Counted = Pick<Judging, 'zoneCount' | 'bucketCount' | 'listings' | 'ownToken' | 'accountId'>

/** Whether a finding may be more urgent than it is called, because the number of zones is not known. */
export const mayBeMoreUrgent = (findings: readonly Finding[], { zoneCount }: Pick<Judging, 'zoneCount'>): boolean =>
  zoneCount === undefined && findings.some(({ rule }) => rule === 'W1')

/** The rules that zones or buckets which cannot be listed, or not as a whole, make less exact. */
export function uncountedRules(judging: Counted): Uncounted[] {
  const { zoneCount, bucketCount } = judging
  const known = knownLists(judging)
  // Where there is none, none is missing.
  const partial = [
    ...(zoneCount === 0 || known.has('zones') ? [] : ['zones']),
    ...(bucketCount === 0 || known.has('buckets') ? [] : ['R2 buckets']),
  ]
  return [
    ...(zoneCount === undefined
      ? [{ rule: 'W1' as const, why: 'The number of zones is not known. With ten or more, it would be more urgent.' }]
      : []),
    ...(bucketCount === undefined
      ? [{ rule: 'W2' as const, why: 'The number of R2 buckets is not known. Without any, it would find nothing.' }]
      : []),
    ...(partial.length > 0
      ? [
          {
            rule: 'N8' as const,
            why: `Whether all ${partial.join(' and ')} are listed is not known, so none is called gone.`,
          },
        ]
      : []),
  ]
}
