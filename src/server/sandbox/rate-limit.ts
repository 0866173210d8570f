import { ApiError } from './api-error.ts'
import type { Account } from './types.ts'

/** 1,200 requests in five minutes per token (`docs/api-behaviour.md` §1.3). */
const WINDOW_SECONDS = 300

/** Headers for unknown callers, whose budget never runs out. */
export const countStranger = () => budgetHeaders(1200, 1199, WINDOW_SECONDS)

/** Counts a call of a token. Returns the budget headers, or throws a 429. */
export function countCall({ scenario, windows }: Account, tokenId: string, now: number): Record<string, string> {
  const quota = scenario.rateLimit
  const window = windows.get(tokenId)
  const isOver = !window || now - window.startedAt >= WINDOW_SECONDS * 1000
  const current = isOver ? { startedAt: now, used: 0 } : window
  windows.set(tokenId, current)
  current.used += 1
  const left = Math.max(0, quota - current.used)
  const reset = Math.ceil((current.startedAt + WINDOW_SECONDS * 1000 - now) / 1000)
  const headers = budgetHeaders(quota, left, reset)
  if (current.used <= quota) return headers
  throw new ApiError(
    429,
    {
      code: 971,
      message: `More than ${quota} requests per ${WINDOW_SECONDS} seconds reached. Please wait and consider throttling your request speed`,
    },
    { ...headers, 'retry-after': String(reset) },
  )
}

const budgetHeaders = (quota: number, left: number, reset: number) => ({
  ratelimit: `"default";r=${left};t=${reset}`,
  'ratelimit-policy': `"burst";q=${quota};w=${WINDOW_SECONDS}`,
})
