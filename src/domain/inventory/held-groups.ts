import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { fitOf } from '#domain/reach/fit.ts'
import type { Entry, InventoryIndex } from './entries.ts'

/**
 * Reads the numbers of the permission groups that a token holds. One that applies to none of the kinds of resources it
 * is granted on is not held; without the catalogue that is unknown, so it is.
 */
export function heldReader(
  { holdings, groups: { terms } }: InventoryIndex,
  catalogue: PermissionGroup[] | undefined,
): (entry: Entry) => number[] {
  const listed = catalogue && groupsById(catalogue)
  const groups = holdings.all.map(({ group, scope }) => {
    const scopes = listed?.get(terms[group]?.value ?? '')?.scopes ?? []
    return fitOf(scopes, scope) === 'dead' ? [] : [group]
  })
  return ({ held }) => [...new Set(held.flatMap((number) => groups[number] ?? []))]
}
