import { stableText } from '#domain/text/stable-text.ts'
import { canonicalPolicy } from './canonical.ts'
import { placeOf } from './place.ts'
import { readPolicy } from './read-policy.ts'
import { parseResources, resourcesOf, type ResourceTarget } from './resource-keys.ts'
import type { WirePolicyInput } from './wire.ts'

type Group = WirePolicyInput['permission_groups'][number]

/** The groups of a policy that are granted on one target. A group's key includes the effect. */
type Row = { effect: string; groups: Map<string, Group>; targets: ResourceTarget[] }

/** A policy grants each of its groups on each of its places. `effectKey` is the effect, with all other fields. */
function grantsIn(policy: unknown, accountId: string | undefined) {
  const { id: _, effect, permission_groups, resources, ...unknown } = readPolicy(policy)
  const effectKey = stableText({ effect, ...unknown })
  const groups = permission_groups.map((named): [string, Group] => {
    const { name: __, ...group } = named
    return [effectKey + stableText(group), group]
  })
  return { effect, effectKey, groups, places: parseResources(resources).map((target) => placeOf(target, accountId)) }
}

/**
 * The grants of `ours` that `theirs` does not include, regardless of how they are split into policies, combined into
 * policies. `accountId` is the tokens' own account, which flat zones belong to: without it, nothing but the zone's own
 * key includes them.
 */
export function grantsDifference(ours: unknown[], theirs: unknown[], accountId?: string): WirePolicyInput[] {
  // A policy that both have is not compared grant by grant: it may have thousands of them.
  const same = new Set(theirs.map(canonicalPolicy))
  const changed = ours.filter((policy) => !same.has(canonicalPolicy(policy)))
  if (changed.length === 0) return []

  // The places of each group, policy by policy.
  const known = new Map<string, Set<string>[]>()
  for (const policy of theirs) {
    const { groups, places } = grantsIn(policy, accountId)
    const keys = new Set(places.map(({ key }) => key))
    for (const [groupKey] of groups) known.set(groupKey, [...(known.get(groupKey) ?? []), keys])
  }
  const fresh = new Map<string, Row>()
  for (const policy of changed) {
    const { effect, effectKey, groups, places } = grantsIn(policy, accountId)
    for (const [groupKey, group] of groups) {
      const lists = known.get(groupKey) ?? []
      for (const { key, inside, target } of places) {
        if (lists.some((keys) => keys.has(key) || keys.has(inside ?? ''))) continue
        const row = fresh.get(effectKey + key) ?? { effect, groups: new Map(), targets: [target] }
        row.groups.set(groupKey, group)
        fresh.set(effectKey + key, row)
      }
    }
  }
  return toPolicies([...fresh.values()])
}

/** Combines targets with the same groups, so that fewer sentences are needed. */
function toPolicies(fresh: Row[]): WirePolicyInput[] {
  const rows = new Map<string, Row>()
  for (const row of fresh) {
    const key = [...row.groups.keys()].sort().join('\n')
    const first = rows.get(key)
    if (first) first.targets.push(...row.targets)
    else rows.set(key, row)
  }
  return [...rows.values()].flatMap(({ effect, groups, targets }) =>
    resourcesOf(targets).map((resources) => ({ effect, permission_groups: [...groups.values()], resources })),
  )
}
