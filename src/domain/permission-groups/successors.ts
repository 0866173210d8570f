import successors from './successors.json' with { type: 'json' }
import type { PermissionGroup } from './permission-group.ts'

const ROWS = new Map(successors.groups.map((row) => [row.id, row]))

/**
 * The permission group that Cloudflare names as the replacement of another one, for the same kind of resource; `null`
 * where it names none, or the catalogue has no such group. By name, since the IDs of the newest groups are not published.
 */
export function successorOf(id: string, catalogue: PermissionGroup[]): PermissionGroup | null {
  const row = ROWS.get(id)
  const found = catalogue.filter(
    ({ name, scopes, isSelectable, deprecation }) =>
      name === row?.successor && scopes.includes(row.scope) && isSelectable && deprecation === null,
  )
  return (found.length === 1 && found[0]) || null
}
