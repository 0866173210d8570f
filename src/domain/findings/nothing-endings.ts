import { readDeprecation } from '#domain/permission-groups/deprecation.ts'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { successorOf } from '#domain/permission-groups/successors.ts'
import { DAY_MS, msOf, readTime } from '#domain/token/time.ts'
import type { Judging } from './context.ts'
import type { TokenFacts } from './facts.ts'
import { draftFix, draftSwapping, fitsAll, namingOf } from './drafts.ts'
import type { Fix, Seen, Severity } from './finding.ts'
import { dayText } from './days.ts'
import { groupWords, joined, policiesWords } from './words.ts'

type Ending = { id: string; name: string | null; eolAt: string | null; policyIndex: number }

/** The permission groups of a token whose end is announced, the first one named. */
export function findEnding(facts: TokenFacts, { catalogue = [], now }: Judging): Seen[] {
  const { token, reach } = facts
  const known = groupsById(catalogue)
  const names = new Map(reach.parts.flatMap(({ groups }) => groups.map(({ id, name }) => [id, name] as const)))
  const ending: Ending[] = []
  for (const [policyIndex, { effect, permission_groups }] of token.policies.entries())
    for (const { id, meta } of effect === 'deny' ? [] : permission_groups) {
      const end = known.get(id)?.deprecation ?? readDeprecation(meta)
      if (end) ending.push({ id, name: names.get(id) ?? null, eolAt: readTime(end.eolAt), policyIndex })
    }
  const all = firstOfEach(ending.sort((a, b) => endOf(a) - endOf(b)))
  const [first] = all
  if (!first) return []
  const verb = endOf(first) > now ? 'ends' : 'ended'
  return [
    {
      severity: urgency((endOf(first) - now) / DAY_MS),
      seen: `${policiesWords([first.policyIndex])} has ${groupWords(first)}, which ${
        first.eolAt === null ? 'ends; Cloudflare gives no date' : `${verb} on ${dayText(first.eolAt)}`
      }${all.length > 1 ? `, and ${all.length - 1} more that end` : ''}.`,
      evidence: all.map(({ id, eolAt, policyIndex }) => ({ policyIndex, groupId: id, ...(eolAt && { at: eolAt }) })),
      fix: swap(facts, all, catalogue) ?? {
        kind: 'edit',
        label: 'Choose what replaces it',
        policyIndex: first.policyIndex,
      },
    },
  ]
}

/** Policies that were stored at different times can tell different ends of one group. */
function firstOfEach(sorted: readonly Ending[]): Ending[] {
  const first = new Map<string, Ending>()
  for (const one of sorted) if (!first.has(one.id)) first.set(one.id, one)
  return [...first.values()]
}

/** Only where all have a known replacement that is for all that the policies name. What is denied is left to the user. */
function swap({ token, reach }: TokenFacts, ending: readonly Ending[], catalogue: PermissionGroup[]): Fix | null {
  const swaps = new Map<string, PermissionGroup>()
  for (const { id } of ending) {
    const successor = successorOf(id, catalogue)
    const naming = namingOf(reach, id)
    const isAllowed = naming.every(({ policy }) => policy.effect === 'allow')
    if (!successor || reach.isCut || !isAllowed || !fitsAll(naming, successor)) return null
    swaps.set(id, successor)
  }
  const ids = new Map(Array.from(swaps, ([id, successor]) => [id, successor.id]))
  const label = `Take ${joined([...new Set([...swaps.values()].map(groupWords))])} instead`
  return draftFix(label, () => draftSwapping(token, ids))
}

/** In ms since 1970; Infinity without a day that can be read. */
function endOf({ eolAt }: Ending): number {
  const end = msOf(eolAt ?? '')
  return Number.isNaN(end) ? Infinity : end
}

function urgency(days: number): Severity {
  if (days <= 30) return 'act-now'
  return days <= 180 ? 'fix-soon' : 'review'
}
