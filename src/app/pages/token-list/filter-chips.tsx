import { X } from 'lucide-react'
import { Icon } from '#app/ui/icon.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import { FACETS } from '#domain/inventory/facet-names.ts'
import { FACET, facetValueLabel } from '#domain/inventory/facets.ts'
import { readFilters, toggleValue, type Filters } from '#domain/inventory/filters.ts'
import type { InventoryIndex } from '#domain/inventory/entries.ts'
import { clearedFilters, type ListSearch } from './list-search.ts'
import styles from './filters.module.css'

/** The focus moves to the other filters, or to the search box when none is left. */
const HEIRS = {
  within: 'main',
  kin: `.${styles.chips} button:not([data-clear])`,
  otherwise: 'input[type="search"]',
}

type FilterChipsProps = {
  /** What the user asked for; the filters that the listed tokens belong to may be behind it. */
  search: ListSearch
  filters: Filters
  index: InventoryIndex
  zoneNames: ReadonlyMap<string, string>
  onChange: (change: Partial<ListSearch>) => void
}

/**
 * The active filters, each with a button that removes it. A new one is shown together with the rows it finds, since it
 * moves them all; a removed one disappears at once.
 */
export function FilterChips({ search, filters, index, zoneNames, onChange }: FilterChipsProps) {
  const wanted = readFilters(search)
  const chosen = FACETS.flatMap((facet) =>
    filters[facet].filter((value) => wanted[facet].includes(value)).map((value) => ({ facet, value })),
  )
  if (chosen.length === 0) return null
  return (
    <div className={styles.chips} role="group" aria-label="Active filters">
      {chosen.map(({ facet, value }) => {
        const label = facetValueLabel(facet, value, { index, zoneNames })
        return (
          <button
            key={`${facet} ${value}`}
            type="button"
            aria-label={`Remove the filter ${FACET[facet].label}: ${label}`}
            onClick={({ currentTarget }) => {
              passFocus(currentTarget, HEIRS)
              onChange({ [facet]: toggleValue(facet, search[facet], value) })
            }}
          >
            <span>{FACET[facet].label}:</span> {label} <Icon of={X} />
          </button>
        )
      })}
      <button
        type="button"
        data-clear
        onClick={({ currentTarget }) => {
          passFocus(currentTarget, HEIRS)
          onChange(clearedFilters)
        }}
      >
        Clear all
      </button>
    </div>
  )
}
