/** Safari has no idle callback: there, work runs in slices of this length, in ms. */
const SLICE_MS = 8
/** On a page that is never idle, the work runs after this many ms. */
const PATIENCE_MS = 500

/**
 * Runs `work` when the browser is idle; `hasTime` tells it whether to continue or to call `whenIdle` again.
 * Returns a function that cancels it.
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
