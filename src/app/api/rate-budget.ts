import { parseBudget, type RateBudget } from '#domain/rate-limit/budget.ts'

let current: RateBudget | null = null
const listeners = new Set<() => void>()

/** The budget as the last answer told it; `null` before any did. */
export const rateBudget = (): RateBudget | null => current

export function onRateBudget(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Reads the budget off the headers of an answer. */
export function noteBudget(headers: Headers): void {
  const budget = parseBudget(headers.get('ratelimit'), headers.get('ratelimit-policy'), Date.now())
  if (!budget) return
  current = budget
  for (const listener of listeners) listener()
}
