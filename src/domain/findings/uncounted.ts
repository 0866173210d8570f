import type { Judging } from './context.ts'
import type { RuleId } from './finding.ts'

/** A rule that is judged without a number that it asks for, and what this may change. */
export type Uncounted = { rule: RuleId; why: string }

/** The rules that zones or buckets which cannot be listed make less exact. */
export function uncountedRules({ zoneCount, bucketCount }: Pick<Judging, 'zoneCount' | 'bucketCount'>): Uncounted[] {
  return [
    ...(zoneCount === undefined
      ? [{ rule: 'W1' as const, why: 'The number of zones is not known. With ten or more, it would be more urgent.' }]
      : []),
    ...(bucketCount === undefined
      ? [{ rule: 'W2' as const, why: 'The number of R2 buckets is not known. Without any, it would find nothing.' }]
      : []),
  ]
}
