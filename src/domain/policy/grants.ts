import { stableText } from './canonical.ts'
import { parseResource, resourcesOf, type ResourceTarget } from './resource-keys.ts'
import { readPolicy } from './read-policy.ts'
import type { WirePolicyInput } from './wire.ts'

type Group = WirePolicyInput['permission_groups'][number]

/** One group on one target, the smallest thing a policy says. `manner` is the effect and whatever else the policy holds. */
export type Grant = { manner: string; effect: string; group: Group; groupKey: string; target: ResourceTarget }

/** Everything a list of policies says, cell by cell: how it is arranged in policies does not show. */
export function grantsOf(policies: unknown[]): Grant[] {
  return policies.map(readPolicy).flatMap((policy) => {
    const { id: _, effect, permission_groups, resources, ...unknown } = policy
    const targets = Object.entries(resources).flatMap(([key, value]) => parseResource(key, value))
    const manner = stableText({ effect, ...unknown })
    return permission_groups.flatMap((named) => {
      const { name: __, ...group } = named
      const groupKey = stableText(group)
      return targets.map((target) => ({ manner, effect, group, groupKey, target }))
    })
  })
}

/** Grants of `ours` that nothing in `theirs` says as well, gathered to policies: what one has and the other has not. */
export function beyond(ours: unknown[], theirs: unknown[]): WirePolicyInput[] {
  const known = new Map<string, ResourceTarget[]>()
  for (const { manner, groupKey, target } of grantsOf(theirs)) {
    const key = manner + groupKey
    known.set(key, [...(known.get(key) ?? []), target])
  }
  const fresh = grantsOf(ours).filter(
    ({ manner, groupKey, target }) => !(known.get(manner + groupKey) ?? []).some((other) => reaches(other, target)),
  )
  return gather(fresh)
}

/** Whether all that is in `inner` is in `outer`. A bare account is not taken to hold its zones (`contract/api-behaviour.md` §3.3). */
function reaches(outer: ResourceTarget, inner: ResourceTarget): boolean {
  if (outer.kind === 'all-zones' && inner.kind === 'zone') return true
  if (outer.kind === 'all-buckets' && inner.kind === 'bucket') return outer.accountId === inner.accountId
  return stableText(outer) === stableText(inner)
}

/** Targets with the same groups stand together, so that few sentences say it all. */
function gather(grants: Grant[]): WirePolicyInput[] {
  const byTarget = new Map<string, Grant[]>()
  for (const grant of grants) {
    const key = grant.manner + stableText(grant.target)
    byTarget.set(key, [...(byTarget.get(key) ?? []), grant])
  }
  const rows = new Map<string, { effect: string; groups: Map<string, Group>; targets: Map<string, ResourceTarget> }>()
  for (const cells of byTarget.values()) {
    const [first] = cells
    if (!first) continue
    const groups = new Map(cells.map(({ groupKey, group }) => [groupKey, group]))
    const key = first.manner + [...groups.keys()].sort().join('\n')
    const row = rows.get(key) ?? { effect: first.effect, groups, targets: new Map<string, ResourceTarget>() }
    row.targets.set(stableText(first.target), first.target)
    rows.set(key, row)
  }
  return [...rows.values()].map(({ effect, groups, targets }) => ({
    effect,
    permission_groups: [...groups.values()],
    resources: resourcesOf([...targets.values()]),
  }))
}
