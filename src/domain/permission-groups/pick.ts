import type { FamilyId } from '#domain/resources/families.ts'
import type { Scope } from '#domain/resources/scope.ts'
import { groupKind } from './level.ts'
import type { PermissionGroup } from './permission-group.ts'
import { groupFits } from './scope-fit.ts'
import { searchGroups, type Found, type SearchIndex } from './search.ts'

/**
 * The filters of the picker. The scope is one of the API's, `all`, or `fitting`: those that the policy's resources
 * accept. The level `Read` includes all that reads, `Write` all that changes.
 */
export type PickerFilter = {
  query: string
  scope: Scope
  level: 'any' | 'Read' | 'Write' | 'other'
  isSelectedOnly: boolean
}

export type Picked = Pick<Found, 'ranks' | 'terms' | 'isSimilar'> & {
  shown: Set<string>
  /** Groups that match the search, but are hidden by the scope filter. */
  elsewhere: number
}

/**
 * The visible groups. A chosen group always stays visible, unless the search or the level filter excludes it, so that
 * the user can remove it.
 */
export function pickGroups(
  groups: PermissionGroup[],
  index: SearchIndex,
  filter: PickerFilter,
  { family, chosenIds }: { family: FamilyId; chosenIds: ReadonlySet<string> },
): Picked {
  const { ids, ...search } = searchGroups(index, filter.query)
  const found = groups.filter(
    (group) =>
      ids.has(group.id) && levelMatches(group, filter.level) && (!filter.isSelectedOnly || chosenIds.has(group.id)),
  )
  const isInScope = (group: PermissionGroup) => {
    if (filter.scope === 'all') return true
    if (filter.scope === 'fitting') return groupFits(group, family) || chosenIds.has(group.id)
    return group.scopes.includes(filter.scope)
  }
  const shown = new Set(found.filter(isInScope).map(({ id }) => id))
  return { ...search, shown, elsewhere: found.length - shown.size }
}

function levelMatches(group: PermissionGroup, level: PickerFilter['level']): boolean {
  if (level === 'any') return true
  const own = bulkLevel(group)
  return level === 'other' ? own === null : own === level
}

/** Levels that can be chosen for a whole category. */
export const BULK_LEVELS = ['Read', 'Write'] as const
export type BulkLevel = (typeof BULK_LEVELS)[number]

/** Groups that neither read nor change, or are unknown, are chosen one by one. */
function bulkLevel(group: PermissionGroup): BulkLevel | null {
  const kind = groupKind(group)
  return kind === 'read' ? 'Read' : kind === 'change' ? 'Write' : null
}

/**
 * "All Read" of a category: the ids of today's groups that are visible, fit the resources and may be granted. Groups
 * that Cloudflare adds later are not included.
 */
export function bulkOf(
  groups: PermissionGroup[],
  level: BulkLevel,
  { shown, family, chosenIds }: { shown: ReadonlySet<string>; family: FamilyId; chosenIds: ReadonlySet<string> },
): { ids: string[]; state: 'none' | 'some' | 'all' } {
  const ids = groups
    .filter(
      (group) => shown.has(group.id) && group.isSelectable && groupFits(group, family) && bulkLevel(group) === level,
    )
    .map(({ id }) => id)
  const chosen = ids.filter((id) => chosenIds.has(id)).length
  return { ids, state: chosen === 0 ? 'none' : chosen === ids.length ? 'all' : 'some' }
}
