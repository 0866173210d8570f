import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import { ACCOUNT_SCOPE, USER_SCOPE, type PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { readKey } from './refused-keys.ts'
import type { WirePolicyInput, WireResources } from './wire.ts'

type Group = WirePolicyInput['permission_groups'][number]

/** Whether a group may stand on one kind of resources: its scope is that kind, or lies inside it (`docs/api-behaviour.md` §3.3). */
function fits(group: PermissionGroup, scope: string): boolean {
  if (group.scopes.length === 0 || group.scopes.includes(scope)) return true
  return scope === ACCOUNT_SCOPE && !group.scopes.includes(USER_SCOPE)
}

/** The kinds of resources a policy names, by scope; kinds that are unknown here are left out. */
export function scopesOf(resources: WireResources, scopes: string[]): string[] {
  const keys = Object.entries(resources).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? Object.keys(value) : [key],
  )
  return [...new Set(keys.flatMap((key) => readKey(key, scopes)?.scope ?? []))]
}

/** Groups of the catalogue that no kind of the policy's resources takes; ids the catalogue lacks are not judged. */
export function groupsWithoutPlace(groups: Group[], kinds: string[], catalogue: PermissionGroup[]): PermissionGroup[] {
  const byId = groupsById(catalogue)
  return groups.flatMap(({ id }) => {
    const group = byId.get(id)
    return group && kinds.length > 0 && !kinds.some((kind) => fits(group, kind)) ? [group] : []
  })
}

/** Whether some group does not go with some of the kinds: such a policy is refused as a whole. */
export function hasWrongPair(groups: Group[], kinds: string[], catalogue: PermissionGroup[]): boolean {
  const byId = groupsById(catalogue)
  return groups.some(({ id }) => {
    const group = byId.get(id)
    return group !== undefined && kinds.some((kind) => !fits(group, kind))
  })
}

/** One policy a kind, with its own keys and the groups that go with them; a kind without any group is left out. */
export function splitByKind(
  policy: WirePolicyInput,
  kinds: string[],
  { catalogue, scopes }: { catalogue: PermissionGroup[]; scopes: string[] },
): WirePolicyInput[] {
  const byId = groupsById(catalogue)
  const kindOf = ({ id }: Group) => {
    const group = byId.get(id)
    // Its own kind before one that holds it; an unknown id stays with the first.
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

/** Keys of one kind. What is unknown here goes with the first, so that nothing is lost. */
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

/** Parts of a list, none longer than `most`. */
export function chunks<Item>(items: Item[], most: number): Item[][] {
  const count = Math.ceil(items.length / most)
  const size = Math.ceil(items.length / count)
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size))
}
