import { isObject } from '#domain/text/is-object.ts'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { ACCOUNT_SCOPE, USER_SCOPE } from '#domain/resources/scope.ts'
import { readKey } from './refused-keys.ts'
import type { WirePolicyInput, WireResources } from './wire.ts'

type Group = WirePolicyInput['permission_groups'][number]

/**
 * Whether a group fits one kind of resources: its scope is that kind, or lies inside it (`docs/api-behaviour.md` §3.3).
 */
function fits(group: PermissionGroup, scope: string): boolean {
  if (group.scopes.length === 0 || group.scopes.includes(scope)) return true
  return scope === ACCOUNT_SCOPE && !group.scopes.includes(USER_SCOPE)
}

/** The kinds of resources in a policy, by scope. Unknown kinds are left out. */
export function scopesOf(resources: WireResources, scopes: string[]): string[] {
  const keys = Object.entries(resources).flatMap(([key, value]) => (isObject(value) ? Object.keys(value) : [key]))
  return [...new Set(keys.flatMap((key) => readKey(key, scopes)?.scope ?? []))]
}

/** Groups of the catalogue that fit none of the policy's resources. Ids missing from the catalogue are skipped. */
export function groupsWithoutPlace(groups: Group[], kinds: string[], catalogue: PermissionGroup[]): PermissionGroup[] {
  const byId = groupsById(catalogue)
  return groups.flatMap(({ id }) => {
    const group = byId.get(id)
    return group && kinds.length > 0 && !kinds.some((kind) => fits(group, kind)) ? [group] : []
  })
}

/** Whether a group does not fit one of the kinds: the API refuses such a policy as a whole. */
export function hasWrongPair(groups: Group[], kinds: string[], catalogue: PermissionGroup[]): boolean {
  const byId = groupsById(catalogue)
  return groups.some(({ id }) => {
    const group = byId.get(id)
    return group !== undefined && kinds.some((kind) => !fits(group, kind))
  })
}

/** Splits into one policy per kind, with its keys and the groups that fit. A kind without a group is left out. */
export function splitByKind(
  policy: WirePolicyInput,
  kinds: string[],
  { catalogue, scopes }: { catalogue: PermissionGroup[]; scopes: string[] },
): WirePolicyInput[] {
  const byId = groupsById(catalogue)
  const kindOf = ({ id }: Group) => {
    const group = byId.get(id)
    // The exact kind before one that contains it; an unknown id stays with the first.
    return (
      kinds.find((kind) => group?.scopes.includes(kind)) ?? kinds.find((kind) => group && fits(group, kind)) ?? kinds[0]
    )
  }
  return kinds.flatMap((kind) => {
    const permission_groups = policy.permission_groups.filter((group) => kindOf(group) === kind)
    if (permission_groups.length === 0) return []
    return [{ ...policy, permission_groups, resources: resourcesOfKind(policy.resources, kind, { kinds, scopes }) }]
  })
}

/** The keys of one kind. Unknown keys go to the first, so that nothing is lost. */
function resourcesOfKind(
  resources: WireResources,
  kind: string,
  { kinds, scopes }: { kinds: string[]; scopes: string[] },
): WireResources {
  const isOwn = (key: string) => (readKey(key, scopes)?.scope ?? kinds[0]) === kind
  return Object.fromEntries(
    Object.entries(resources).flatMap(([key, value]): [string, WireResources[string]][] => {
      if (typeof value !== 'object' || value === null) return isOwn(key) ? [[key, value]] : []
      const inner = Object.entries(value).filter(([innerKey]) => isOwn(innerKey))
      return inner.length > 0 ? [[key, Object.fromEntries(inner)]] : []
    }),
  )
}

/** Splits a list into parts of at most `most` items. */
export function chunks<Item>(items: Item[], most: number): Item[][] {
  const count = Math.ceil(items.length / most)
  const size = Math.ceil(items.length / count)
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size))
}
