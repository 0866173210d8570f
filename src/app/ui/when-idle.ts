/** On a page that is never idle, the work runs after this many ms. */
const PATIENCE_MS = 500

/** Runs `work` when the browser is idle; in Safari, which does not tell, soon. Returns a function that cancels it. */
export function whenIdle(work: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const call = requestIdleCallback(work, { timeout: PATIENCE_MS })
    return () => cancelIdleCallback(call)
  }
  const timer = setTimeout(work)
  return () => clearTimeout(timer)
}
