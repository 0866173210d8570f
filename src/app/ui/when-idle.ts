/** Where the browser does not tell when it is idle (Safari), work goes on for so long at a time, in ms. */
const SLICE_MS = 8
/** Somebody who never rests still gets what they wait for, after this many ms. */
const PATIENCE_MS = 500

/**
 * Does `work` when nothing is drawn and nobody types or clicks; `hasTime` tells it whether to go on or to ask for
 * another turn. Returns what calls it off.
 */
export function whenIdle(work: (hasTime: () => boolean) => void): () => void {
  if ('requestIdleCallback' in window) {
    const call = requestIdleCallback((deadline) => work(() => deadline.timeRemaining() > 1), { timeout: PATIENCE_MS })
    return () => cancelIdleCallback(call)
  }
  const timer = setTimeout(() => {
    const pause = performance.now() + SLICE_MS
    work(() => performance.now() < pause)
  })
  return () => clearTimeout(timer)
}

/** Does each of `works` in an idle moment of its own, in their order. Returns what calls off the rest. */
export function inIdleMoments(works: (() => void)[]): () => void {
  const [first, ...rest] = works
  if (!first) return () => {}
  let stop = whenIdle(() => {
    first()
    stop = inIdleMoments(rest)
  })
  return () => stop()
}
