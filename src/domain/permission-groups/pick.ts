import type { EditorResources } from '#domain/policy/editor-policy.ts'
import { groupKind } from './level.ts'
import type { PermissionGroup, Scope } from './permission-group.ts'
import { groupFits } from './scope-fit.ts'
import { searchGroups, type SearchIndex } from './search.ts'

/**
 * What of the catalogue is in view. The scope is one of the API's, `all`, or `fitting`:
 * what the policy's resources take. The level `Read` is all that reads, `Write` all that changes.
 */
export type PickerFilter = {
  query: string
  scope: Scope
  level: 'any' | 'Read' | 'Write' | 'other'
  isSelectedOnly: boolean
}

export type Picked = {
  shown: Set<string>
  /** How well each fits the search, 0 best; empty when nothing is searched for. */
  ranks: ReadonlyMap<string, number>
  /** Words to mark in names. */
  terms: string[]
  /** Groups the search finds and the scope filter hides. */
  elsewhere: number
}

/** Groups in view. A chosen one always is, unless the search or the level speaks against it: it may have to go. */
export function pickGroups(
  groups: PermissionGroup[],
  index: SearchIndex,
  filter: PickerFilter,
  { family, chosenIds }: { family: EditorResources['family']; chosenIds: ReadonlySet<string> },
): Picked {
  const { ids, ranks, terms } = searchGroups(index, filter.query)
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
  return { shown, ranks, terms, elsewhere: found.length - shown.size }
}

function levelMatches(group: PermissionGroup, level: PickerFilter['level']): boolean {
  if (level === 'any') return true
  const own = bulkLevel(group)
  return level === 'other' ? own === null : own === level
}

/** The two levels that can be chosen for a whole category. */
export const BULK_LEVELS = ['Read', 'Write'] as const
export type BulkLevel = (typeof BULK_LEVELS)[number]

/** What neither reads nor changes, and what nobody knows, is chosen one by one. */
function bulkLevel(group: PermissionGroup): BulkLevel | null {
  const kind = groupKind(group)
  return kind === 'read' ? 'Read' : kind === 'change' ? 'Write' : null
}

/**
 * "All Read" of a category: the ids it stands for today, those in view, that fit the
 * resources and may be granted. Groups that Cloudflare adds later are not in it.
 */
export function bulkOf(
  groups: PermissionGroup[],
  level: BulkLevel,
  {
    shown,
    family,
    chosenIds,
  }: { shown: ReadonlySet<string>; family: EditorResources['family']; chosenIds: ReadonlySet<string> },
): { ids: string[]; state: 'none' | 'some' | 'all' } {
  const ids = groups
    .filter(
      (group) => shown.has(group.id) && group.isSelectable && groupFits(group, family) && bulkLevel(group) === level,
    )
    .map(({ id }) => id)
  const chosen = ids.filter((id) => chosenIds.has(id)).length
  return { ids, state: chosen === 0 ? 'none' : chosen === ids.length ? 'all' : 'some' }
}
