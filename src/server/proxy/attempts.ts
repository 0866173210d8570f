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
  /** Failures of all together behind an address that does not tell them apart. */
  perSharedAddress: number
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
  // Apart, so that whoever tries one account after the other makes nobody forget how often they failed in all.
  const [clients, accounts, pairs] = [createCounters(), createCounters(), createCounters()]

  return {
    take: ({ address, isShared }, accountId, now) => {
      const subscriber = subscriberOf(address)
      const pair = `${subscriber} ${accountId}`
      const isTarget = accounts.recent(accountId, now).length >= limits.perAccount
      const waitSeconds = Math.max(
        waitFor(pairs.recent(pair, now), isTarget ? limits.perClientOnTarget : limits.perClient, now),
        // Many people share the address: one of them must not shut out the rest.
        waitFor(clients.recent(subscriber, now), isShared ? limits.perSharedAddress : limits.perClient, now),
      )
      if (waitSeconds > 0) return { waitSeconds }
      const taken = { at: now, isUnderWay: true }
      const places = [
        [pairs, pair],
        [accounts, accountId],
        [clients, subscriber],
      ] as const
      for (const [counters, key] of places) counters.add(key, taken)
      return {
        failed: () => void (taken.isUnderWay = false),
        giveBack: () => places.forEach(([counters, key]) => counters.remove(key, taken)),
      }
    },
  }
}

/** What was taken lately by key; of too many keys those used longest ago are forgotten. */
function createCounters() {
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

  return { recent, add, remove }
}

/** Seconds until fewer than `limit` of them count; none when fewer do already. */
function waitFor(taken: readonly Taken[], limit: number, now: number): number {
  const blocking = taken.at(-limit)
  if (taken.length < limit || !blocking) return 0
  // What is under way may be given back at any moment.
  if (taken.slice(-limit).some(({ isUnderWay }) => isUnderWay)) return UNDER_WAY_SECONDS
  return Math.ceil((blocking.at + WINDOW_MS - now) / 1000)
}
