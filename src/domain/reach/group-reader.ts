import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { LevelKind } from '#domain/permission-groups/group-name.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { heldGroup, type HeldGroup } from '#domain/policy/held-group.ts'
import type { WirePermissionGroup } from '#domain/policy/wire.ts'
import type { Scope } from '#domain/resources/scope.ts'
import { kindLevel, rankOf } from './access-level.ts'

/** A permission group as reach needs it. `kind` is what its level means; `scopes` is empty where they are unknown. */
export type ReachGroup = Pick<HeldGroup, 'id' | 'name' | 'product' | 'level' | 'kind'> & { scopes: readonly Scope[] }

/**
 * Reads groups, each once, by the catalogue or else by the name that is stored with the token. Of two stored names the
 * one that allows more counts. `onChange`: a name came that changes a group that was read before.
 */
export function groupReader(
  catalogue: PermissionGroup[] | undefined,
  onChange: () => void = () => {},
): (wire: WirePermissionGroup) => ReachGroup {
  /** By the catalogue: no other name counts. */
  const sure = new Map<string, ReachGroup>()
  const named = new Map<string, ReachGroup>()
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
    const certain = sure.get(wire.id)
    if (certain) return certain
    const found = named.get(wire.id)
    if (found && found.name === wire.name) return found
    const { id, name, product, level, kind } = heldGroup(wire, catalogue)
    if (!found) {
      const group = { id, name, product, level, kind, scopes: scopesOf(id) }
      const known = listed?.has(id) ? sure : named
      known.set(id, group)
      return group
    }
    // A group is the same object for all tokens, so what a later one tells holds for all.
    if (name === null || !tellsMore({ name, kind }, found)) return found
    onChange()
    return Object.assign(found, { name, product, level, kind })
  }
}

/** Of names that allow the same, any one that does not depend on the order. */
function tellsMore({ name, kind }: { name: string; kind: LevelKind }, known: ReachGroup): boolean {
  if (known.name === null) return true
  const more = rankOf(kindLevel(kind)) - rankOf(kindLevel(known.kind))
  return more === 0 ? name < known.name : more > 0
}
