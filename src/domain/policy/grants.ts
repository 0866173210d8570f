import { stableText } from '#domain/text/stable-text.ts'
import { placeOf } from './place.ts'
import { readPolicy } from './read-policy.ts'
import { parseResources, resourcesOf, type ResourceTarget } from './resource-keys.ts'
import type { WirePolicyInput } from './wire.ts'

type Group = WirePolicyInput['permission_groups'][number]

/**
 * One group on one target: the smallest unit of a policy. `effectKey` is the effect, with all other fields of the
 * policy.
 */
type Grant = { effectKey: string; effect: string; group: Group; groupKey: string; target: ResourceTarget }

/** Every grant of a list of policies, regardless of how they are split into policies. */
function grantsOf(policies: unknown[]): Grant[] {
  return policies.map(readPolicy).flatMap((policy) => {
    const { id: _, effect, permission_groups, resources, ...unknown } = policy
    const targets = parseResources(resources)
    const effectKey = stableText({ effect, ...unknown })
    return permission_groups.flatMap((named) => {
      const { name: __, ...group } = named
      const groupKey = stableText(group)
      return targets.map((target) => ({ effectKey, effect, group, groupKey, target }))
    })
  })
}

/**
 * The grants of `ours` that `theirs` does not include, combined into policies. `accountId` is the tokens' own account,
 * which flat zones belong to: without it, nothing but the zone's own key includes them.
 */
export function grantsDifference(ours: unknown[], theirs: unknown[], accountId?: string): WirePolicyInput[] {
  const known = new Map<string, Set<string>>()
  for (const { effectKey, groupKey, target } of grantsOf(theirs)) {
    const targets = known.get(effectKey + groupKey) ?? new Set()
    known.set(effectKey + groupKey, targets.add(placeOf(target, accountId).key))
  }
  const fresh = grantsOf(ours).filter(({ effectKey, groupKey, target }) => {
    const targets = known.get(effectKey + groupKey)
    const { key, inside } = placeOf(target, accountId)
    return !targets || !(targets.has(key) || targets.has(inside ?? ''))
  })
  return toPolicies(fresh, accountId)
}

/** Combines targets with the same groups, so that fewer sentences are needed. */
function toPolicies(grants: Grant[], accountId: string | undefined): WirePolicyInput[] {
  const byTarget = new Map<string, Grant[]>()
  for (const grant of grants) {
    const key = grant.effectKey + placeOf(grant.target, accountId).key
    byTarget.set(key, [...(byTarget.get(key) ?? []), grant])
  }
  const rows = new Map<string, { effect: string; groups: Map<string, Group>; targets: ResourceTarget[] }>()
  for (const cells of byTarget.values()) {
    const [first] = cells
    if (!first) continue
    const groups = new Map(cells.map(({ groupKey, group }) => [groupKey, group]))
    const key = first.effectKey + [...groups.keys()].sort().join('\n')
    const row = rows.get(key) ?? { effect: first.effect, groups, targets: [] }
    row.targets.push(first.target)
    rows.set(key, row)
  }
  return [...rows.values()].flatMap(({ effect, groups, targets }) =>
    resourcesOf(targets).map((resources) => ({ effect, permission_groups: [...groups.values()], resources })),
  )
}
