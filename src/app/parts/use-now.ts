import { useSyncExternalStore } from 'react'

/** Statuses and relative times are told in minutes, so a minute is how often they are told anew. */
const TICK_MS = 60_000

let now = Date.now()

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(() => {
    now = Date.now()
    onTick()
  }, TICK_MS)
  return () => clearInterval(timer)
}

/** The time (ms since 1970) a page is true for. It moves by itself, so "expires in 1 hour" does not go stale. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
