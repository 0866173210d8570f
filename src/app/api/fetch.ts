import { readDelay } from '#domain/rate-limit/budget.ts'
import { takeEarlyAnswer } from './early-requests.ts'
import { noteCall } from './failed-calls.ts'
import { noteBudget, rateBudget } from './rate-budget.ts'

/** Longer than the proxy's own 30 s, so that its answer in the API's envelope arrives first. */
const TIMEOUT_MS = 40_000

/** Our server's own addresses: the mirrored API is below `/v4`, the others are beside it, in the same envelope. */
export const ownUrl = (path: string) => `${location.origin}/api${path}`

/**
 * The platform's fetch for the SDK, with a time limit that covers the body as well. Reads wait when the rate budget
 * runs out, writes never do.
 */
export async function apiFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const wait = init.method === 'GET' ? readDelay(rateBudget(), Date.now()) : 0
  const signal = limited(init.signal)
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  return noted(init.method ?? 'GET', fetch(input, { ...init, signal }))
}

/** The answer to a read that was sent before this code was loaded, and is not sent again. It fails as a fetch fails. */
export function earlyFetch(url: string, signal: AbortSignal | undefined): Promise<Response> | undefined {
  const answer = takeEarlyAnswer(url, () => limited(signal))
  return answer && noted('GET', answer)
}

function limited(signal: AbortSignal | null | undefined): AbortSignal {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  return signal ? AbortSignal.any([signal, timeout]) : timeout
}

async function noted(method: string, answer: Promise<Response>): Promise<Response> {
  const response = await answer
  noteBudget(response.headers)
  if (!response.ok) noteCall(response, method)
  return response
}
