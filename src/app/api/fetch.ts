import { readDelay } from '#domain/rate-limit/budget.ts'
import { takeEarlyRequest } from './early-requests.ts'
import { noteBudget, rateBudget } from './rate-budget.ts'

/** Longer than the proxy's own 30 s, so that its answer in the API's envelope arrives first. */
const TIMEOUT_MS = 40_000

/**
 * The platform's fetch for the SDK, with a time limit that covers the body as well. A read that was sent before
 * this code was loaded is not sent again. Reads wait when the rate budget runs out, writes never do.
 */
export async function apiFetch(input: string | URL | Request, init: RequestInit = {}): Promise<Response> {
  const url = input instanceof Request ? input.url : input.toString()
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout
  const answer = await (takeEarlyRequest(url, init.method, signal) ?? send(url, { ...init, signal }))
  noteBudget(answer.headers)
  return answer
}

async function send(url: string, init: RequestInit): Promise<Response> {
  const wait = init.method === 'GET' ? readDelay(rateBudget(), Date.now()) : 0
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  return fetch(url, init)
}
