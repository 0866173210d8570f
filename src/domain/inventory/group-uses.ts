import type { InventoryIndex } from './entries.ts'

/** How many tokens allow a permission group or may allow it, and how many deny it; one token can do both. */
export type GroupUses = { allowed: number; denied: number }

const NO_USES: GroupUses = { allowed: 0, denied: 0 }
const known = new WeakMap<InventoryIndex, ReadonlyMap<string, GroupUses>>()

/** The results of the permission filters, for every group that a token names. Counted once per index. */
export function groupUses(index: InventoryIndex): (groupId: string) => GroupUses {
  const uses = known.get(index) ?? count(index)
  known.set(index, uses)
  return (groupId) => uses.get(groupId) ?? NO_USES
}

function count({ entries, groups: { terms } }: InventoryIndex): ReadonlyMap<string, GroupUses> {
  const allowed = new Uint32Array(terms.length)
  const denied = new Uint32Array(terms.length)
  for (const entry of entries) {
    for (const number of entry.held) allowed[number] = (allowed[number] ?? 0) + 1
    for (const number of entry.denied) denied[number] = (denied[number] ?? 0) + 1
  }
  return new Map(
    terms.map(({ value }, number) => [value, { allowed: allowed[number] ?? 0, denied: denied[number] ?? 0 }]),
  )
}
