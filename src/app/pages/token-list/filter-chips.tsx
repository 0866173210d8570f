import { createPortal } from 'react-dom'
import type { InventoryIndex } from '#domain/inventory/entries.ts'
import { FACETS, type FacetName } from '#domain/inventory/facet-names.ts'
import { filterWords } from '#domain/inventory/filter-words.ts'
import { readFilters, type Filters } from '#domain/inventory/filters.ts'
import { FilterChip } from './filter-chip.tsx'
import type { ListSearch } from './list-search.ts'

type FilterChipsProps = {
  /** In the toolbar. */
  place: HTMLElement
  /** What the user asked for; the filters that the listed tokens belong to may be behind it. */
  search: ListSearch
  filters: Filters
  index: InventoryIndex
  zoneNames: ReadonlyMap<string, string>
  ruleTitles: ReadonlyMap<string, string> | undefined
  onChange: (change: Partial<ListSearch>) => void
  onOpen: (facet: FacetName) => void
}

/**
 * The active filters. A new one is shown together with the rows it finds, since a further line of chips moves them; a
 * removed one disappears immediately.
 */
export function FilterChips({
  place,
  search,
  filters,
  index,
  zoneNames,
  ruleTitles,
  onChange,
  onOpen,
}: FilterChipsProps) {
  const wanted = readFilters(search)
  const chips = FACETS.flatMap((facet) => {
    const values = filters[facet].filter((value) => wanted[facet].includes(value))
    return values.length === 0 ? [] : [{ facet, ...filterWords(facet, values, { index, zoneNames, ruleTitles }) }]
  })
  return createPortal(
    chips.map(({ facet, name, rest }) => (
      <FilterChip
        key={facet}
        name={name}
        rest={rest}
        onOpen={() => onOpen(facet)}
        onRemove={() => onChange({ [facet]: '' })}
      />
    )),
    place,
  )
}
