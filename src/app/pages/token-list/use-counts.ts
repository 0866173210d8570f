import { startTransition, useEffect, useMemo, useState } from 'react'
import { whenIdle } from '#app/ui/when-idle.ts'
import type { InventoryIndex } from '#domain/inventory/entries.ts'
import type { Filters } from '#domain/inventory/filters.ts'
import { countFacets, type FacetCounts, type QueryContext } from '#domain/inventory/query.ts'

type Job = { index: InventoryIndex; filters: Filters; context: QueryContext }

/**
 * How many tokens each value of each filter would find: `null` until they are counted for the first time, then the
 * previous counts until the new ones are ready (`isStale`). `countedBy` is what they were counted by.
 */
export function useCounts(index: InventoryIndex, filters: Filters, context: QueryContext) {
  const wanted: Job = useMemo(() => ({ index, filters, context }), [index, filters, context])
  const [job, setJob] = useState(wanted)
  const [done, setDone] = useState<{ job: Job; counts: FacetCounts } | null>(null)
  // A count is finished before the next one starts: while tokens are loading it would start over with every page.
  if (done?.job === job && job !== wanted) setJob(wanted)

  // Counting takes longer than a frame, so it runs in the browser's idle time.
  useEffect(() => {
    const work = countFacets(job.index, job.filters, job.context)
    const go = (hasTime: () => boolean) => {
      let step = work.next()
      while (!step.done && hasTime()) step = work.next()
      if (step.done) {
        const counts = step.value
        startTransition(() => setDone({ job, counts }))
      } else stop = whenIdle(go)
    }
    let stop = whenIdle(go)
    return () => stop()
  }, [job])

  return { counts: done?.counts ?? null, countedBy: (done?.job ?? job).context, isStale: done?.job !== wanted }
}
