import { queryOptions } from '@tanstack/react-query'
import type { InventoryIndex } from '#domain/inventory/entries.ts'
import type { Filters } from '#domain/inventory/filters.ts'
import { countFacets, type FacetCounts, type QueryContext } from '#domain/inventory/query.ts'
import { identityOf } from './identity.ts'
import { COMPUTED, runSteps } from './run-steps.ts'

/** `countedBy` is what they were counted by. */
type FilterCounts = { counts: FacetCounts; countedBy: QueryContext }

/** How many tokens each value of each filter would find, counted while the page stays usable. Until then, those before. */
export function filterCountsQuery(index: InventoryIndex, filters: Filters, context: QueryContext) {
  const { now, includeExpired, zoneNames, catalogue, judged } = context
  const by = [now, includeExpired, ...[zoneNames, catalogue, judged].map(identityOf)]
  return queryOptions<FilterCounts>({
    queryKey: ['filter-counts', identityOf(index), filters, by],
    queryFn: async ({ signal }) => ({
      counts: await runSteps(countFacets(index, filters, context), signal),
      countedBy: context,
    }),
    ...COMPUTED,
  })
}
