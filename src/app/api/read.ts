import { isObject } from '#domain/token-json/is-object.ts'
import { ApiFailure, failureOf, oddAnswer } from './errors.ts'
import { budgetedFetch } from './rate-budget.ts'

/** Longer than the proxy's own 30 s, so that its answer in the API's envelope arrives first. */
export const TIMEOUT_MS = 40_000

type ReadOptions<Result> = {
  query?: Record<string, string | number | boolean>
  signal?: AbortSignal | undefined
  headers?: Record<string, string>
  /** `no-store` where one address has several answers, told apart by a header alone. */
  cache?: RequestCache
  /** Makes of the answer what the app works with. What it throws is told as an answer of another form. */
  parse: (answer: Answer) => Result
}

/** What every answer of the API is wrapped in. `result` comes from outside: each reader checks its form. */
export type Answer = { result: unknown; resultInfo: Record<string, unknown> }

/**
 * Reads from our own server, in the API's envelope. The same as the SDK does for a GET,
 * without its ten kilobytes: the first rows wait for nothing else. Writes go through
 * the SDK. `path` is below `/api`; the query stands in the order it is given in, as
 * the server has preloaded it (`src/server/static/preloads.ts`).
 */
export async function readApi<Result>(path: string, options: ReadOptions<Result>): Promise<Result> {
  const { query = {}, signal, headers = {}, cache, parse } = options
  const words = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    const response = await budgetedFetch(`/api${path}${words && `?${words}`}`, {
      headers,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      ...(cache && { cache }),
    })
    // The proxy answers in the envelope and in nothing else; what cannot be read did not arrive whole.
    const answer: unknown = await response.json()
    const { errors, success, result, result_info } = isObject(answer) ? answer : {}
    if (!response.ok) throw failureOf(response.status, errors, response.headers)
    if (success === false) throw failureOf(502, errors, response.headers)
    return parsed(parse, { result, resultInfo: isObject(result_info) ? result_info : {} })
  } catch (error) {
    // Nobody waits for it any more.
    if (signal?.aborted) throw error
    throw error instanceof ApiFailure ? error : new ApiFailure({ cause: error })
  }
}

function parsed<Result>(parse: (answer: Answer) => Result, answer: Answer): Result {
  try {
    return parse(answer)
  } catch (error) {
    throw error instanceof ApiFailure ? error : oddAnswer('The answer has not the form that the API documents.')
  }
}

/** The items of an answer that has to be a list. */
export function listOf({ result }: Answer): unknown[] {
  if (Array.isArray(result)) return result
  throw oddAnswer('The API answered without a list.')
}
