import map from '#domain/operations/map.json' with { type: 'json' }
import { ACCOUNT_SCOPE } from '#domain/resources/scope.ts'
import { ALIASES } from './aliases.ts'
import type { PermissionGroup } from './permission-group.ts'
import { buildSearchIndex, searchGroups } from './search.ts'

/** A group whose ID is its name. */
export const groupNamed = (name: string, fields: Partial<PermissionGroup> = {}): PermissionGroup => ({
  id: name,
  name,
  scopes: [ACCOUNT_SCOPE],
  category: 'brand_new',
  description: null,
  isSelectable: true,
  deprecation: null,
  ...fields,
})

/** All groups of the map of operations, by their names alone. */
export const namesIndex = buildSearchIndex(
  map.groups.map((name) => groupNamed(name)),
  ALIASES,
)

/** The names that a search finds among them, the best first. */
export const foundNames = (query: string): string[] =>
  [...searchGroups(namesIndex, query).ranks].toSorted(([, a], [, b]) => a - b).map(([name]) => name)
