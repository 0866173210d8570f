import { ApiFailure, failureOf } from './errors.ts'
import { budgetedFetch } from './rate-budget.ts'

/** Longer than the proxy's own 30 s, so that its answer in the API's envelope arrives first. */
export const TIMEOUT_MS = 40_000

/** What every answer of the API is wrapped in; fields the SDK's types leave out among it. */
export type Envelope<Result> = { result: Result; result_info?: { total_count?: number; cursor?: string } | null }

type ReadOptions = { signal?: AbortSignal | undefined; headers?: Record<string, string> }

/**
 * Reads from our own server, in the API's envelope. The same as the SDK does for a GET,
 * without its ten kilobytes: the first rows wait for nothing else. Writes go through
 * the SDK. `path` is below `/api`; the query stands in the order it is given in, as
 * the server has preloaded it (`src/server/static/preloads.ts`).
 */
export async function readApi<Result>(
  path: string,
  query: Record<string, string | number | boolean> = {},
  { signal, headers = {} }: ReadOptions = {},
): Promise<Envelope<Result>> {
  const words = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const response = await budgetedFetch(`/api${path}${words && `?${words}`}`, {
      headers,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
    // The proxy answers in the envelope and in nothing else; what cannot be read did not arrive whole.
    const answer = (await response.json()) as Envelope<Result> & { errors?: unknown }
    if (response.ok) return answer
    throw failureOf(response.status, answer.errors, response.headers)
  } catch (error) {
    // Nobody waits for it any more.
    if (signal?.aborted) throw error
    throw error instanceof ApiFailure ? error : new ApiFailure({})
  }
}
