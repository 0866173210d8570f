import type { Scope } from '#domain/resources/scope.ts'
import { ALIASES } from './aliases.ts'
import { buildCatalogue, type CatalogueCategory } from './catalogue.ts'
import type { PermissionGroup } from './permission-group.ts'
import { buildSearchIndex, type SearchIndex } from './search.ts'

export type ReadCatalogue = { index: SearchIndex; catalogue: CatalogueCategory[]; scopes: Scope[] }

const read = new WeakMap<PermissionGroup[], ReadCatalogue>()

/**
 * A catalogue prepared for search and display. Cached: it takes some ms for 1,000 groups, and fifty policies need it.
 */
export function readCatalogue(groups: PermissionGroup[]): ReadCatalogue {
  const known = read.get(groups)
  if (known) return known
  const result = {
    index: buildSearchIndex(groups, ALIASES),
    catalogue: buildCatalogue(groups),
    scopes: [...new Set(groups.flatMap((group) => group.scopes))],
  }
  read.set(groups, result)
  return result
}
