import { useSyncExternalStore } from 'react'

/** Statuses and relative times show minutes, so they update every minute. */
const TICK_MS = 60_000

let now = Date.now()

const listeners = new Set<() => void>()
let clock: ReturnType<typeof setInterval> | undefined

function tick() {
  now = Date.now()
  for (const listener of listeners) listener()
}

/** One timer for all components that show a time. */
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

/** The current time (ms since 1970). It updates by itself, so that "expires in 1 hour" stays right. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now)
