import { ApiError } from './api-error.ts'
import type { Account } from './types.ts'

/** 1,200 requests in five minutes for one token (`contract/api-behaviour.md` §1.3). */
const WINDOW_SECONDS = 300

/** Calls that no token of the account stands behind: they have a budget in the headers, and no end of it. */
const NOBODY = 'nobody'

/** Counts a call of a token; answers with the headers that tell the budget, or refuses. */
export function countCall(account: Account, tokenId: string | null, now: number): Record<string, string> {
  const quota = account.scenario.rateLimit
  const window = account.windows.get(tokenId ?? NOBODY)
  const isOver = !window || now - window.startedAt >= WINDOW_SECONDS * 1000
  const current = isOver ? { startedAt: now, used: 0 } : window
  account.windows.set(tokenId ?? NOBODY, current)
  current.used += 1
  const left = Math.max(0, quota - current.used)
  const reset = Math.ceil((current.startedAt + WINDOW_SECONDS * 1000 - now) / 1000)
  const headers = {
    ratelimit: `"default";r=${left};t=${reset}`,
    'ratelimit-policy': `"burst";q=${quota};w=${WINDOW_SECONDS}`,
  }
  if (current.used <= quota || tokenId === null) return headers
  throw new ApiError(
    429,
    {
      code: 971,
      message: `More than ${quota} requests per ${WINDOW_SECONDS} seconds reached. Please wait and consider throttling your request speed`,
    },
    { ...headers, 'retry-after': String(reset) },
  )
}
