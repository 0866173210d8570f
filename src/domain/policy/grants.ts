import { stableText } from '#domain/text/stable-text.ts'
import { familyOf, wholeFamilies } from '#domain/resources/families.ts'
import { readPolicy } from './read-policy.ts'
import { parseResources, resourcesOf, type ResourceTarget } from './resource-keys.ts'
import type { WirePolicyInput } from './wire.ts'

type Group = WirePolicyInput['permission_groups'][number]

/**
 * One group on one target: the smallest unit of a policy. `effectKey` is the effect, with all other fields of the
 * policy.
 */
export type Grant = { effectKey: string; effect: string; group: Group; groupKey: string; target: ResourceTarget }

/** Every grant of a list of policies, regardless of how they are split into policies. */
export function grantsOf(policies: unknown[]): Grant[] {
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
    known.set(effectKey + groupKey, targets.add(targetKey(target, accountId)))
  }
  const fresh = grantsOf(ours).filter(({ effectKey, groupKey, target }) => {
    const targets = known.get(effectKey + groupKey)
    return !targets || !includingKeys(target, accountId).some((key) => targets.has(key))
  })
  return toPolicies(fresh, accountId)
}

/** One text for each target, whatever the form of its keys. */
function targetKey(target: ResourceTarget, accountId: string | undefined): string {
  if (target.kind === 'other') return stableText(['other', target.key, target.value])
  const account = target.accountId ?? accountId ?? null
  return stableText([target.family, account, target.kind === 'one' ? target.id : null])
}

/**
 * The targets that include a target: itself, and all of its kind in its account. A bare account is not assumed to
 * include its zones (`docs/api-behaviour.md` §3.3).
 */
function includingKeys(target: ResourceTarget, accountId: string | undefined): string[] {
  const own = targetKey(target, accountId)
  const account = target.kind === 'one' ? (target.accountId ?? accountId) : undefined
  if (target.kind !== 'one' || account === undefined) return [own]
  const { scope } = familyOf(target.family)
  const all = wholeFamilies.find((family) => family.scope === scope)
  return all ? [own, targetKey({ kind: 'whole', family: all.id, accountId: account }, accountId)] : [own]
}

/** Combines targets with the same groups, so that fewer sentences are needed. */
function toPolicies(grants: Grant[], accountId: string | undefined): WirePolicyInput[] {
  const byTarget = new Map<string, Grant[]>()
  for (const grant of grants) {
    const key = grant.effectKey + targetKey(grant.target, accountId)
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
