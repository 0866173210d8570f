import { startTransition, useEffect, useMemo, useState } from 'react'
import { inOwnFrame } from '#app/ui/own-frame.ts'
import { whenIdle } from '#app/ui/when-idle.ts'
import type { InventoryIndex } from '#domain/inventory/entries.ts'
import type { FacetName } from '#domain/inventory/facets.ts'
import type { Filters } from '#domain/inventory/filters.ts'
import { countFacets, type FacetCounts, type QueryContext } from '#domain/inventory/query.ts'

type Job = { index: InventoryIndex; filters: Filters; context: QueryContext }

/** What a slow laptop lays out and paints in a frame: the filters of few values, and each that has many. */
const STEPS: FacetName[][] = [
  ['status', 'expiry', 'used', 'effect', 'ip'],
  ['group'],
  ['denied'],
  ['resource'],
  ['creator'],
]

/**
 * What each filter's values would find, or `null` until that is counted for the first time; afterwards the counts
 * before, until those for what changed are there; so long they are `isBehind`.
 */
export function useCounts(index: InventoryIndex, filters: Filters, context: QueryContext) {
  const wanted: Job = useMemo(() => ({ index, filters, context }), [index, filters, context])
  const [job, setJob] = useState(wanted)
  const [done, setDone] = useState<{ job: Job; counts: FacetCounts } | null>(null)
  // What was begun is counted to its end: tokens that come in page by page would have it begin again for ever.
  if (done?.job === job && job !== wanted) setJob(wanted)

  // A computation in slices, beside rendering: the rows that somebody waits for are drawn first.
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

  const { shown, isBehind } = useShownCounts(done?.counts ?? null)
  return { counts: shown, isBehind: isBehind || done?.job !== wanted }
}

/** The first counts as they are, and all that come after them a few filters a frame. */
function useShownCounts(counts: FacetCounts | null) {
  const [shown, setShown] = useState(counts)
  if (counts && !shown) setShown(counts)
  const behind = STEPS.find((step) => step.some((facet) => shown?.[facet] !== counts?.[facet]))
  useEffect(() => {
    if (!behind || !counts) return undefined
    const next = Object.fromEntries(behind.map((facet) => [facet, counts[facet]]))
    return inOwnFrame(() => setShown((before) => before && { ...before, ...next }))
  }, [behind, counts])
  return { shown, isBehind: behind !== undefined }
}
