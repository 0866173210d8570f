import type { InventoryIndex } from '#domain/inventory/entries.ts'
import { FACETS } from '#domain/inventory/facets.ts'
import { FACET_LABELS, type Filters } from '#domain/inventory/filters.ts'
import type { FacetCounts } from '#domain/inventory/query.ts'
import { FacetField } from './facet-field.tsx'
import { facetValues, totalValues } from './facet-values.ts'
import styles from './filters.module.css'
import { toggled } from './list-filters.ts'
import type { ListSearch } from './list-search.ts'

type FilterPanelProps = {
  filters: Filters
  counts: FacetCounts
  index: InventoryIndex
  zoneNames: ReadonlyMap<string, string>
  onChange: (change: Partial<ListSearch>) => void
}

/** Every filter with its values, and how many tokens each would find. */
export function FilterPanel({ filters, counts, index, zoneNames, onChange }: FilterPanelProps) {
  return (
    <div className={styles.panel} role="group" aria-label="Filters">
      {FACETS.map((facet) => (
        <FacetField
          key={facet}
          label={FACET_LABELS[facet]}
          values={facetValues(facet, filters[facet], counts, index, zoneNames)}
          total={totalValues(facet, index)}
          chosen={filters[facet]}
          onToggle={(value) => onChange(toggled(filters, facet, value))}
        />
      ))}
    </div>
  )
}
