const WINDOW_MS = 5 * 60_000
const MAX_FAILURES = 10
/** From everywhere together: a swarm of addresses gets no further than this. */
const MAX_FAILURES_IN_ALL = 100

export type Attempts = {
  /** Seconds to wait, or `null` when somebody may try. */
  wait: (who: string, now: number) => number | null
  failed: (who: string, now: number) => void
}

/** Counts failed sign-ins per address in a sliding window of five minutes. In memory: a restart forgets. */
export function createAttempts(): Attempts {
  const failures: { who: string; at: number }[] = []
  const recent = (now: number) => {
    while (failures[0] && now - failures[0].at >= WINDOW_MS) failures.shift()
    return failures
  }
  return {
    wait: (who, now) => {
      const all = recent(now)
      const own = all.filter((failure) => failure.who === who)
      const oldest = own.length >= MAX_FAILURES ? own[0] : all.length >= MAX_FAILURES_IN_ALL ? all[0] : undefined
      return oldest ? Math.ceil((oldest.at + WINDOW_MS - now) / 1000) : null
    },
    failed: (who, now) => void failures.push({ who, at: now }),
  }
}
