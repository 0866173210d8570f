import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { InventoryIndex } from './entries.ts'
import { heldReader } from './held-groups.ts'

/** How many tokens allow a permission group or may allow it, and how many deny it; one token can do both. */
export type GroupUses = { allowed: number; denied: number }

const NO_USES: GroupUses = { allowed: 0, denied: 0 }
type Counted = { catalogue: PermissionGroup[]; uses: ReadonlyMap<string, GroupUses> }

const known = new WeakMap<InventoryIndex, Counted>()

/** The results of the permission filters, for every group that a token names. Counted once per index and catalogue. */
export function groupUses(index: InventoryIndex, catalogue: PermissionGroup[]): (groupId: string) => GroupUses {
  const before = known.get(index)
  const { uses } = before?.catalogue === catalogue ? before : { uses: count(index, catalogue) }
  known.set(index, { catalogue, uses })
  return (groupId) => uses.get(groupId) ?? NO_USES
}

function count(index: InventoryIndex, catalogue: PermissionGroup[]): ReadonlyMap<string, GroupUses> {
  const {
    entries,
    groups: { terms },
  } = index
  const heldBy = heldReader(index, catalogue)
  const allowed = new Uint32Array(terms.length)
  const denied = new Uint32Array(terms.length)
  for (const entry of entries) {
    for (const number of heldBy(entry)) allowed[number] = (allowed[number] ?? 0) + 1
    for (const number of entry.denied) denied[number] = (denied[number] ?? 0) + 1
  }
  return new Map(
    terms.map(({ value }, number) => [value, { allowed: allowed[number] ?? 0, denied: denied[number] ?? 0 }]),
  )
}
