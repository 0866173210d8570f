import type { TokenReach } from '#domain/reach/token-reach.ts'
import type { Judging, Listings } from './context.ts'
import { isAllZones, mayChange } from './facts.ts'
import type { Finding, RuleId } from './finding.ts'
import { knownLists, ownTarget, partOf } from './listed.ts'
import { MANY_ZONES } from './wide.ts'
import { joined } from './words.ts'

const KINDS = { zones: 'zones', buckets: 'R2 buckets', workers: 'Workers' } satisfies Record<keyof Listings, string>

/** A rule that is judged without a number or a list that it asks for, and what this may change. */
export type Uncounted = { rule: RuleId; why: string }

type Counted = Pick<Judging, 'zoneCount' | 'bucketCount' | 'listings' | 'ownToken' | 'accountId'>

/** Whether a finding may be more urgent than it is called, because there may be more zones than are known. */
export const mayBeMoreUrgent = (findings: readonly Finding[], judging: Counted): boolean =>
  findings.some(({ rule }) => rule === 'W1') && mayHaveManyZones(judging)

/** The API lists the zones that the credential may see, so an account may have more of them. */
const mayHaveManyZones = (judging: Counted): boolean =>
  judging.zoneCount === undefined || (judging.zoneCount < MANY_ZONES && !knownLists(judging).has('zones'))

/** The rules that zones, buckets or Workers which cannot be listed, or not as a whole, make less exact. */
export function uncountedRules(judging: Counted, tokens: readonly TokenReach[]): Uncounted[] {
  const { zoneCount, bucketCount } = judging
  const partial = unsureLists(judging, tokens)
  return [
    ...(zoneCount === undefined || (mayHaveManyZones(judging) && tokens.some(mayChangeAllZones))
      ? [{ rule: 'W1' as const, why: 'The number of zones is not known. With ten or more, it would be more urgent.' }]
      : []),
    ...(bucketCount === undefined
      ? [{ rule: 'W2' as const, why: 'The number of R2 buckets is not known. Without any, it would find nothing.' }]
      : []),
    ...(partial.length > 0
      ? [
          {
            rule: 'N8' as const,
            why: `Whether all ${joined(partial)} are listed is not known, so none is called gone.`,
          },
        ]
      : []),
  ]
}

/** Where W1 finds nothing, the number of zones changes nothing. */
const mayChangeAllZones = ({ parts }: TokenReach): boolean =>
  parts.some(
    ({ groups, places }) =>
      groups.some(mayChange) &&
      places.some((held) => isAllZones(held) && held.state !== 'dead' && held.state !== 'denied'),
  )

/** The lists that do not tell what is gone: those not known as a whole, and those without anything that is named. */
function unsureLists(judging: Counted, tokens: readonly TokenReach[]): string[] {
  const { zoneCount, bucketCount, accountId } = judging
  const known = knownLists(judging)
  const named = namedParts(tokens, accountId)
  // Where there is none, and none is named, none is missing. Nothing asks for a list of Workers that no token names.
  const isMissed = { zones: zoneCount !== 0, buckets: bucketCount !== 0, workers: false }
  return (['zones', 'buckets', 'workers'] as const).flatMap((kind) => {
    const parts = [...(named.get(kind) ?? [])]
    const list = known.get(kind)
    if (!list) return isMissed[kind] || parts.length > 0 ? [KINDS[kind]] : []
    const empty = parts.filter((part) => !list.parts.has(part))
    if (empty.length === 0) return []
    return [list.parts.size === 0 ? KINDS[kind] : `${KINDS[kind]} in ${joined(empty)}`]
  })
}

/** The jurisdictions of what policies allow by name, by family; `''` for other kinds than buckets. */
function namedParts(tokens: readonly TokenReach[], accountId: string): ReadonlyMap<string, ReadonlySet<string>> {
  const named = new Map<string, Set<string>>()
  for (const { statements } of tokens)
    for (const { policy, places } of statements)
      for (const place of policy.effect === 'allow' ? places : []) {
        const target = ownTarget(place, accountId)
        if (target) named.set(target.family, (named.get(target.family) ?? new Set()).add(partOf(target.id)))
      }
  return named
}
