import type { InventoryIndex } from '#domain/inventory/entries.ts'
import { FACETS } from '#domain/inventory/facet-names.ts'
import type { Filters } from '#domain/inventory/filters.ts'
import type { QueryContext } from '#domain/inventory/query.ts'
import { FacetField } from './facet-field.tsx'
import styles from './filters.module.css'
import type { ListSearch } from './list-search.ts'
import { useCounts } from './use-counts.ts'

type FilterPanelProps = {
  search: ListSearch
  /** The filters, the index and the moment that the listed tokens belong to. */
  filters: Filters
  index: InventoryIndex
  context: QueryContext
  onChange: (change: Partial<ListSearch>) => void
}

/** Every filter with its values and how many tokens each would find. It is shown once these are counted. */
export function FilterPanel({ search, filters, index, context, onChange }: FilterPanelProps) {
  const { counts, isStale } = useCounts(index, filters, context)
  if (!counts) return null
  return (
    <div className={styles.panel} role="group" aria-label="Filters" aria-busy={isStale || undefined}>
      {FACETS.map((facet) => (
        <FacetField
          key={facet}
          facet={facet}
          written={search[facet]}
          counts={counts[facet]}
          index={index}
          zoneNames={context.zoneNames}
          onChange={onChange}
        />
      ))}
    </div>
  )
}
