import { parseBudget, readDelay, type RateBudget } from '#domain/rate-limit/budget.ts'

let current: RateBudget | null = null
const listeners = new Set<() => void>()

/** The budget as the last answer told it; `null` before any did. */
export const rateBudget = (): RateBudget | null => current

export function onRateBudget(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The platform's fetch, which reads the budget off every answer; reads wait when it runs out, writes never do. */
export async function budgetedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const wait = (init?.method ?? 'GET') === 'GET' ? readDelay(current, Date.now()) : 0
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  const answer = await fetch(input, init)
  const budget = parseBudget(answer.headers.get('ratelimit'), answer.headers.get('ratelimit-policy'), Date.now())
  if (budget) {
    current = budget
    for (const listener of listeners) listener()
  }
  return answer
}
