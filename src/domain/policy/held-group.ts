import { readDeprecation } from '#domain/permission-groups/deprecation.ts'
import { parseGroupName } from '#domain/permission-groups/group-name.ts'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { LevelKind } from '#domain/permission-groups/group-name.ts'
import { groupKind } from '#domain/permission-groups/level.ts'
import type { Deprecation, PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { storedName } from './stored-name.ts'
import type { WirePermissionGroup } from './wire.ts'

/** A permission group of a policy. `name` is `null` when neither the catalogue nor the token tells it. */
export type HeldGroup = {
  id: string
  name: string | null
  /** The ID for a group without a name. */
  product: string
  /** Empty for a name without a known level. */
  level: string
  kind: LevelKind
  deprecation: Deprecation | null
  /** What the API stores with the group, as JSON. */
  meta: string | null
}

/** Reads a group by the catalogue where it is loaded, else by what is stored with the token. */
export function heldGroup(group: WirePermissionGroup, catalogue?: PermissionGroup[]): HeldGroup {
  const known = catalogue && groupsById(catalogue).get(group.id)
  const name = known?.name ?? storedName(group)
  return {
    id: group.id,
    name,
    ...(name === null ? { product: group.id, level: '' } : parseGroupName(name)),
    kind: groupKind({ id: group.id, name: name ?? '', description: known?.description ?? null }),
    deprecation: known?.deprecation ?? readDeprecation(group.meta),
    meta: group.meta ? JSON.stringify(group.meta) : null,
  }
}
