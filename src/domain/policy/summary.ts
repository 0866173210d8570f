import { levelKind, parseGroupName } from '#domain/permission-groups/group-name.ts'
import { count } from '#domain/text/plural.ts'
import { familyOf, familyRank, type ChosenFamily, type WholeFamily } from '#domain/resources/families.ts'
import { parseResources } from './resource-keys.ts'
import { storedName } from './stored-name.ts'
import type { WirePolicy } from './wire.ts'

/**
 * "DNS Write +3": a group that changes something before one that only reads, or the one that is asked for, and the
 * number of others. The API keeps no order of groups.
 */
export function summarizePermissions(
  policies: WirePolicy[],
  askedId?: string,
): {
  first: { product: string; level: string } | null
  more: number
  /** Whether `first` is the one that is asked for. */
  isAsked: boolean
} {
  const groups = groupsWith(policies, (effect) => effect === 'allow')
  const asked = groups.get(askedId ?? '')
  const first = asked ?? [...groups.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))[0]
  if (!first) return { first: null, more: 0, isAsked: false }
  return { first: parseGroupName(groupName(first)), more: groups.size - 1, isAsked: asked !== undefined }
}

/** As text: a digit for what its name says it allows, then the name. */
const orderOf = (group: { id: string; name?: unknown }) => {
  const name = groupName(group)
  const kind = levelKind(parseGroupName(name).level)
  return (kind === 'change' ? 0 : kind === 'read' ? 2 : 1) + name
}

/** The stored name, or the ID. */
export const groupName = (group: { id: string; name?: unknown }) => storedName(group) ?? group.id

/** The number of groups that are denied, and of those with an unknown effect: neither is allowed. */
export const countNotAllowed = (policies: WirePolicy[]): { denied: number; other: number } => ({
  denied: groupsWith(policies, (effect) => effect === 'deny').size,
  other: groupsWith(policies, (effect) => effect !== 'allow' && effect !== 'deny').size,
})

/** Each group once, however many policies include it. */
export const groupsWith = (policies: WirePolicy[], isWanted: (effect: string) => boolean) =>
  new Map(
    policies
      .filter(({ effect }) => isWanted(effect))
      .flatMap((policy) => policy.permission_groups)
      .map((group) => [group.id, group]),
  )

/** "Account, 2 zones", "All zones", "3 buckets", "All zones of another account", "1 other key", "Nothing". */
export function summarizeResources(policies: WirePolicy[], accountId: string): string {
  const whole = new Set<string>()
  const chosen = new Map<string, { family: ChosenFamily; isForeign: boolean; ids: Set<string> }>()
  const others = new Set<string>()
  for (const target of policies.flatMap(({ resources }) => parseResources(resources))) {
    const isForeign = target.kind !== 'other' && target.accountId !== null && target.accountId !== accountId
    if (target.kind === 'other') others.add(target.key)
    else if (target.kind === 'whole') whole.add(wholeWords(familyOf(target.family), isForeign))
    else {
      const key = `${target.family} ${isForeign}`
      const counted = chosen.get(key) ?? { family: familyOf(target.family), isForeign, ids: new Set() }
      chosen.set(key, counted)
      counted.ids.add(isForeign ? `${target.accountId}/${target.id}` : target.id)
    }
  }
  const counted = [...chosen.values()].sort(
    (a, b) => Number(a.isForeign) - Number(b.isForeign) || familyRank(a.family.id) - familyRank(b.family.id),
  )
  const parts = [
    ...whole,
    ...counted.map(({ family, isForeign, ids }) => count(ids.size, family.short) + (isForeign ? ELSEWHERE : '')),
    ...(others.size > 0 ? [count(others.size, 'other key')] : []),
  ]
  return parts.join(', ') || 'Nothing'
}

const ELSEWHERE = ' of another account'

function wholeWords({ reach, short }: WholeFamily, isForeign: boolean): string {
  if (!isForeign) return short
  return reach === 'account' ? 'Another account' : short + ELSEWHERE
}
