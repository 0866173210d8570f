import { X } from 'lucide-react'
import { Icon } from '#app/ui/icon.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import { FACETS } from '#domain/inventory/facets.ts'
import { FACET_LABELS, readFilters, type Filters } from '#domain/inventory/filters.ts'
import type { InventoryIndex } from '#domain/inventory/entries.ts'
import { facetValueLabel } from './facet-values.ts'
import { toggled, withoutFilters } from './list-filters.ts'
import type { ListSearch } from './list-search.ts'
import styles from './filters.module.css'

/** The other filters, or the field to search in when there is none left. */
const HEIRS = {
  within: 'main',
  kin: `.${styles.chips} button:not([data-clear])`,
  otherwise: 'input[type="search"]',
}

type FilterChipsProps = {
  /** What is asked for, and what the listed tokens were found by: the one may be ahead of the other. */
  search: ListSearch
  filters: Filters
  index: InventoryIndex
  zoneNames: ReadonlyMap<string, string>
  onChange: (change: Partial<ListSearch>) => void
}

/**
 * What the list is narrowed by, each to be taken away by a click. A new one comes with the rows it finds: the answer
 * to the click is the tick, and moving all rows down would hold it up. One that is taken away goes at once.
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
        const label = facetValueLabel(facet, value, index, zoneNames)
        return (
          <button
            key={`${facet} ${value}`}
            type="button"
            aria-label={`Remove the filter ${FACET_LABELS[facet]}: ${label}`}
            onClick={({ currentTarget }) => {
              passFocus(currentTarget, HEIRS)
              onChange(toggled(wanted, facet, value))
            }}
          >
            <span>{FACET_LABELS[facet]}:</span> {label} <Icon of={X} />
          </button>
        )
      })}
      <button
        type="button"
        data-clear
        onClick={({ currentTarget }) => {
          passFocus(currentTarget, HEIRS)
          onChange(withoutFilters(search))
        }}
      >
        Clear all
      </button>
    </div>
  )
}
