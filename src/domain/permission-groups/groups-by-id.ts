import type { PermissionGroup } from './permission-group.ts'

const known = new WeakMap<PermissionGroup[], ReadonlyMap<string, PermissionGroup>>()

/** The groups of a catalogue by id. Every policy of a form needs it, so it is built once per catalogue. */
export function groupsById(catalogue: PermissionGroup[]): ReadonlyMap<string, PermissionGroup> {
  const made = known.get(catalogue) ?? new Map(catalogue.map((group) => [group.id, group]))
  known.set(catalogue, made)
  return made
}
