import { subscriberOf, type Client } from './client.ts'

const WINDOW_MS = 5 * 60_000
/** How many counters are kept: what a swarm of addresses can make this server remember. */
const MAX_COUNTERS = 20_000
/** More on one counter change nothing. */
const MAX_TAKEN = 1_000
const UNDER_WAY_SECONDS = 5

export type Limits = {
  /** Failures that one client may have in the window. */
  perClient: number
  /** Failures on one account, from everywhere, that make it a target. */
  perAccount: number
  /** What a client may still have on a target: never nothing, so that nobody is shut out by the failures of others. */
  perClientOnTarget: number
}

/** Place for one attempt, taken before anybody is asked: many at once do not get past the limit together. */
type Attempt = {
  failed: () => void
  /** It succeeded, or nobody could say: it counts no longer. */
  giveBack: () => void
}

export type Attempts = {
  /** Place for an attempt, or seconds to wait for one. Times in ms since 1970. */
  take: (client: Client, accountId: string, now: number) => Attempt | { waitSeconds: number }
}

type Taken = { at: number; isUnderWay: boolean }

/**
 * Counts attempts that failed or are under way, per client and per account, in a sliding window of five
 * minutes. In memory, per process: a restart forgets.
 */
export function createAttempts(limits: Limits): Attempts {
  const counters = new Map<string, Taken[]>()
  const recent = (key: string, now: number) => counters.get(key)?.filter(({ at }) => now - at < WINDOW_MS) ?? []

  const add = (key: string, taken: Taken) => {
    const others = recent(key, taken.at).slice(-MAX_TAKEN)
    // Last in the map is what was used last.
    counters.delete(key)
    counters.set(key, [...others, taken])
    for (const oldest of counters.keys()) {
      if (counters.size <= MAX_COUNTERS) break
      counters.delete(oldest)
    }
  }
  const remove = (key: string, taken: Taken) => {
    const left = counters.get(key)?.filter((one) => one !== taken) ?? []
    if (left.length > 0) counters.set(key, left)
    else counters.delete(key)
  }

  return {
    take: ({ address, isShared }, accountId, now) => {
      const subscriber = subscriberOf(address)
      const onAccount = `account ${accountId}`
      const own = `${subscriber} ${accountId}`
      const isTarget = recent(onAccount, now).length >= limits.perAccount
      const waitSeconds = Math.max(
        waitFor(recent(own, now), isTarget ? limits.perClientOnTarget : limits.perClient, now),
        // An address that many people share counts per account alone: one of them must not shut out the rest.
        isShared ? 0 : waitFor(recent(subscriber, now), limits.perClient, now),
      )
      if (waitSeconds > 0) return { waitSeconds }
      const keys = [own, onAccount, ...(isShared ? [] : [subscriber])]
      const taken = { at: now, isUnderWay: true }
      for (const key of keys) add(key, taken)
      return {
        failed: () => void (taken.isUnderWay = false),
        giveBack: () => keys.forEach((key) => remove(key, taken)),
      }
    },
  }
}

/** Seconds until fewer than `limit` of them count; none when fewer do already. */
function waitFor(taken: readonly Taken[], limit: number, now: number): number {
  const blocking = taken.at(-limit)
  if (taken.length < limit || !blocking) return 0
  // What is under way may be given back at any moment.
  if (taken.slice(-limit).some(({ isUnderWay }) => isUnderWay)) return UNDER_WAY_SECONDS
  return Math.ceil((blocking.at + WINDOW_MS - now) / 1000)
}
