import type { PermissionGroup } from './permission-group.ts'

const known = new WeakMap<PermissionGroup[], ReadonlyMap<string, PermissionGroup>>()

/** The groups of a catalogue by their ids. Asked for by every policy of a form, and made once for each catalogue. */
export function groupsById(catalogue: PermissionGroup[]): ReadonlyMap<string, PermissionGroup> {
  const made = known.get(catalogue) ?? new Map(catalogue.map((group) => [group.id, group]))
  known.set(catalogue, made)
  return made
}
