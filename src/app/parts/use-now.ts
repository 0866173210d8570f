import { useSyncExternalStore } from 'react'

/** Statuses and relative times are told in minutes, so a minute is how often they are told anew. */
const TICK_MS = 60_000

let now = Date.now()

const listeners = new Set<() => void>()
let clock: ReturnType<typeof setInterval> | undefined

function tick() {
  now = Date.now()
  for (const listener of listeners) listener()
}

/** One clock for all that show a time, however many rows there are. */
function subscribe(onTick: () => void): () => void {
  listeners.add(onTick)
  clock ??= setInterval(tick, TICK_MS)
  return () => {
    listeners.delete(onTick)
    if (listeners.size > 0) return
    clearInterval(clock)
    clock = undefined
  }
}

/** The time (ms since 1970) a page is true for. It moves by itself, so "expires in 1 hour" does not go stale. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
