/** The remaining requests that Cloudflare allows a credential. `resetsAt` in ms since 1970. */
export type RateBudget = { left: number; quota: number; resetsAt: number }

/**
 * Reads `Ratelimit: "default";r=50;t=30` and `Ratelimit-Policy: "burst";q=1200;w=300` (`docs/api-behaviour.md` §1.3).
 * `null` when the headers are absent or have another format.
 */
export function parseBudget(limit: string | null, policy: string | null, now: number): RateBudget | null {
  const left = parameter(limit, 'r')
  const seconds = parameter(limit, 't')
  const quota = parameter(policy, 'q')
  if (left === null || seconds === null || !quota) return null
  return { left, quota, resetsAt: now + seconds * 1000 }
}

function parameter(header: string | null, name: string): number | null {
  const text = new RegExp(`;\\s*${name}=(\\d{1,9})(?:;|,|\\s|$)`).exec(header ?? '')?.[1]
  return text === undefined ? null : Number(text)
}

/** Below a fifth, the app shows a note. */
export const isLow = ({ left, quota }: RateBudget): boolean => left < quota / 5

/** The last of the budget is reserved for saves; reads wait until it refills. */
const RESERVED = 0.02
/** A page waits no longer for a read without a word: a longer wait is told, with its end. */
export const LONGEST_SILENT_WAIT_MS = 3_000

/** How long a read should wait, in ms. */
export function readDelay(budget: RateBudget | null, now: number): number {
  if (!budget || now >= budget.resetsAt || budget.left > budget.quota * RESERVED) return 0
  return Math.min((budget.resetsAt - now) / (budget.left + 1), LONGEST_SILENT_WAIT_MS)
}

/** Long work, such as reading a whole inventory or changing many tokens, leaves this share to other requests. */
const SHARE_LEFT_TO_OTHERS = 0.1

/** How long the next request of long work should wait, in ms: 0, or until the budget refills. */
export function longWorkDelay(budget: RateBudget | null, now: number): number {
  if (!budget || now >= budget.resetsAt || budget.left > budget.quota * SHARE_LEFT_TO_OTHERS) return 0
  return budget.resetsAt - now
}
