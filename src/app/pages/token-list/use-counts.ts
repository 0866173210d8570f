import { startTransition, useEffect, useState } from 'react'
import { whenIdle } from '#app/ui/when-idle.ts'
import type { InventoryIndex } from '#domain/inventory/entries.ts'
import type { Filters } from '#domain/inventory/filters.ts'
import { countFacets, type FacetCounts, type QueryContext } from '#domain/inventory/query.ts'

/**
 * What each filter's values would find, or `null` until that is counted for the first time; afterwards the counts
 * before, until those for what changed are there.
 */
export function useCounts(index: InventoryIndex, filters: Filters, context: QueryContext): FacetCounts | null {
  const [counts, setCounts] = useState<FacetCounts | null>(null)
  // A computation in slices, beside rendering: the rows that somebody waits for are drawn first.
  useEffect(() => {
    const work = countFacets(index, filters, context)
    const go = (hasTime: () => boolean) => {
      let step = work.next()
      while (!step.done && hasTime()) step = work.next()
      if (step.done) {
        const { value } = step
        startTransition(() => setCounts(value))
      } else stop = whenIdle(go)
    }
    let stop = whenIdle(go)
    return () => stop()
  }, [index, filters, context])
  return counts
}
