import { useStable } from '#app/ui/use-stable.ts'
import type { InventoryIndex } from '#domain/inventory/entries.ts'
import { FACETS, type FacetName } from '#domain/inventory/facets.ts'
import { readFilters } from '#domain/inventory/filters.ts'
import type { FacetCounts } from '#domain/inventory/query.ts'
import { FacetField } from './facet-field.tsx'
import styles from './filters.module.css'
import { toggled } from './list-filters.ts'
import type { ListSearch } from './list-search.ts'

type FilterPanelProps = {
  search: ListSearch
  counts: FacetCounts
  index: InventoryIndex
  zoneNames: ReadonlyMap<string, string>
  onChange: (change: Partial<ListSearch>) => void
}

/** Every filter with its values, and how many tokens each would find. */
export function FilterPanel({ search, counts, index, zoneNames, onChange }: FilterPanelProps) {
  const toggle = useStable((facet: FacetName, value: string) => onChange(toggled(readFilters(search), facet, value)))
  return (
    <div className={styles.panel} role="group" aria-label="Filters">
      {FACETS.map((facet) => (
        <FacetField
          key={facet}
          facet={facet}
          written={search[facet]}
          counts={counts}
          index={index}
          zoneNames={zoneNames}
          onToggle={toggle}
        />
      ))}
    </div>
  )
}
