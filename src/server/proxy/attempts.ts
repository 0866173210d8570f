import type { Client } from './app-env.ts'
import { subscriberOf } from './client.ts'

const WINDOW_MS = 5 * 60_000
/** The most counters to keep: a swarm of addresses must not fill the memory. */
const MAX_COUNTERS = 20_000
/** More entries in one counter change nothing. */
const MAX_TAKEN = 1_000
const UNDER_WAY_SECONDS = 5

export type Limits = {
  /** Failures allowed to one client in the window. */
  perClient: number
  /** Failures on one account, from all clients, that make it a target. */
  perAccount: number
  /** Failures a client may still have on a target. Never 0: the failures of others must not lock a user out. */
  perClientOnTarget: number
  /** Failures allowed to all clients together behind a shared address. */
  perSharedAddress: number
}

/** A reserved attempt. It is reserved before the API is called, so that parallel requests cannot pass the limit. */
type Attempt = {
  failed: () => void
  /** Frees it: the attempt succeeded, or nobody can tell. It no longer counts. */
  giveBack: () => void
}

export type Attempts = {
  /** An attempt, or the seconds to wait for one. Times in ms since 1970. */
  take: (client: Client, accountId: string, now: number) => Attempt | { waitSeconds: number }
}

type Taken = { at: number; isUnderWay: boolean }

/**
 * Counts failed and pending attempts per client and per account, in a sliding window of five minutes. In memory, per
 * process: a restart forgets them.
 */
export function createAttempts(limits: Limits): Attempts {
  // Separate counters: a client that tries many accounts must not push out its own total.
  const [clients, accounts, pairs] = [createCounters(), createCounters(), createCounters()]

  return {
    take: ({ address, isShared }, accountId, now) => {
      const subscriber = subscriberOf(address)
      const pair = `${subscriber} ${accountId}`
      const isTarget = accounts.recent(accountId, now).length >= limits.perAccount
      const waitSeconds = Math.max(
        waitFor(pairs.recent(pair, now), isTarget ? limits.perClientOnTarget : limits.perClient, now),
        // Many users share the address: one of them must not lock out the rest.
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

/** Recent attempts by key. Above the limit, the keys used least recently are dropped. */
function createCounters() {
  const counters = new Map<string, Taken[]>()
  const recent = (key: string, now: number) => counters.get(key)?.filter(({ at }) => now - at < WINDOW_MS) ?? []

  const add = (key: string, taken: Taken) => {
    const others = recent(key, taken.at).slice(-MAX_TAKEN)
    // Moves the key to the end of the map: most recently used.
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

/** Seconds until fewer than `limit` attempts count; 0 when fewer do already. */
function waitFor(taken: readonly Taken[], limit: number, now: number): number {
  const blocking = taken.at(-limit)
  if (taken.length < limit || !blocking) return 0
  // A pending attempt may be freed at any moment.
  if (taken.slice(-limit).some(({ isUnderWay }) => isUnderWay)) return UNDER_WAY_SECONDS
  return Math.ceil((blocking.at + WINDOW_MS - now) / 1000)
}
