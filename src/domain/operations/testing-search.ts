import { ALIASES } from '#domain/permission-groups/aliases.ts'
import { buildSearchIndex, searchGroups } from '#domain/permission-groups/search.ts'
import { groupNamed } from '#domain/permission-groups/testing.ts'
import map from './map.json' with { type: 'json' }

/** All groups of the map of operations, by their names alone. */
export const namesIndex = buildSearchIndex(
  map.groups.map((name) => groupNamed(name)),
  ALIASES,
)

/** The names that a search finds among them, the best first. */
export const foundNames = (query: string): string[] =>
  [...searchGroups(namesIndex, query).ranks].toSorted(([, a], [, b]) => a - b).map(([name]) => name)
