import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { heldGroup, type HeldGroup } from '#domain/policy/held-group.ts'
import type { WirePermissionGroup } from '#domain/policy/wire.ts'
import type { Scope } from '#domain/resources/scope.ts'

/** A permission group as reach needs it. `kind` is what its level means; `scopes` is empty where they are unknown. */
export type ReachGroup = Pick<HeldGroup, 'id' | 'name' | 'product' | 'level' | 'kind'> & { scopes: readonly Scope[] }

/**
 * Reads groups, each once, by the catalogue or else by the name that is stored with the token. Of two stored names the
 * first one counts.
 */
export function groupReader(catalogue: PermissionGroup[] | undefined): (wire: WirePermissionGroup) => ReachGroup {
  const known = new Map<string, ReachGroup>()
  const listed = catalogue && groupsById(catalogue)
  const scopeLists = new Map<string, readonly Scope[]>()
  /** The same list for the same scopes. */
  const scopesOf = (id: string): readonly Scope[] => {
    const scopes = listed?.get(id)?.scopes.toSorted() ?? []
    const same = scopeLists.get(scopes.join(' ')) ?? scopes
    scopeLists.set(scopes.join(' '), same)
    return same
  }
  return (wire) => {
    const found = known.get(wire.id)
    if (found && found.name !== null) return found
    const { id, name, product, level, kind } = heldGroup(wire, catalogue)
    if (!found) {
      const group = { id, name, product, level, kind, scopes: scopesOf(id) }
      known.set(id, group)
      return group
    }
    // A group is the same object for all tokens, so the name that a later one tells holds for all.
    return name === null ? found : Object.assign(found, { name, product, level, kind })
  }
}
