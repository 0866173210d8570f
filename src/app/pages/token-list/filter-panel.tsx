import { useStable } from '#app/ui/use-stable.ts'
import type { InventoryIndex } from '#domain/inventory/entries.ts'
import { FACETS, type FacetName } from '#domain/inventory/facets.ts'
import { readFilters, type Filters } from '#domain/inventory/filters.ts'
import type { QueryContext } from '#domain/inventory/query.ts'
import { FacetField } from './facet-field.tsx'
import styles from './filters.module.css'
import { toggled } from './list-filters.ts'
import type { ListSearch } from './list-search.ts'
import { useCounts } from './use-counts.ts'

type FilterPanelProps = {
  search: ListSearch
  /** What the listed tokens were found by, in which index, and as judged when. */
  filters: Filters
  index: InventoryIndex
  context: QueryContext
  onChange: (change: Partial<ListSearch>) => void
}

/** Every filter with its values, and how many tokens each would find. It comes with its counts, and they follow the rows. */
export function FilterPanel({ search, filters, index, context, onChange }: FilterPanelProps) {
  const { counts, isBehind } = useCounts(index, filters, context)
  const toggle = useStable((facet: FacetName, value: string) => onChange(toggled(readFilters(search), facet, value)))
  if (!counts) return null
  return (
    <div className={styles.panel} role="group" aria-label="Filters" aria-busy={isBehind || undefined}>
      {FACETS.map((facet) => (
        <FacetField
          key={facet}
          facet={facet}
          written={search[facet]}
          counts={counts[facet]}
          index={index}
          zoneNames={context.zoneNames}
          onToggle={toggle}
        />
      ))}
    </div>
  )
}
