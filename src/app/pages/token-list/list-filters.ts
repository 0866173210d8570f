import { FACETS, type FacetName } from '#domain/inventory/facets.ts'
import { toggleValue, writeFilters, type Filters } from '#domain/inventory/filters.ts'
import type { ListSearch } from './list-search.ts'

/** The same view without anything that narrows it. */
export function withoutFilters(search: ListSearch): ListSearch {
  const cleared = Object.fromEntries(FACETS.map((facet) => [facet, '']))
  return { ...search, ...cleared, q: '', page: 1 }
}

/** A filter's value put in or taken out. The words are the search field's to write. */
export function toggled(filters: Filters, facet: FacetName, value: string): Partial<ListSearch> {
  const { q: _, ...written } = writeFilters(toggleValue(filters, facet, value))
  return written
}
