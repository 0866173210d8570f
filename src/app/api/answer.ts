import { isObject } from '#domain/text/is-object.ts'
import type { ApiRequest, Sdk } from './client.ts'
import { ApiFailure, failureOf, oddAnswer } from './errors.ts'
import { earlyFetch, ownUrl } from './fetch.ts'
import { loadSdk } from './load-sdk.ts'

/** The envelope of an answer. `result` comes from outside: each caller checks its form. */
export type Answer = { result: unknown; resultInfo: Record<string, unknown> }

/** The address of a read that the page may have sent early (`src/app/first-requests.ts`), below `/api`. */
type EarlyRead = { path: string; query?: Record<string, string | number | boolean>; signal: AbortSignal | undefined }

/**
 * Reads the answer of a request as it was sent: the SDK's own parser drops what it does not know of a list
 * (`result_info.total_count`) and takes a missing list for an empty one. Whatever goes wrong is an
 * `ApiFailure`, also an error of `parse`: then the answer has another form than documented.
 */
export async function readAnswer<Result>(
  send: (sdk: Sdk) => ApiRequest,
  parse: (answer: Answer) => Result,
  early?: EarlyRead,
): Promise<Result> {
  return parseAnswer(await ((early && earlyResponse(early)) ?? sdkResponse(send)), parse)
}

/** The content of an answer, or the failure that it is. */
export async function parseAnswer<Result>(response: Response, parse: (answer: Answer) => Result): Promise<Result> {
  // The proxy answers with JSON only: an answer that is none was cut off. The status of a refusal says enough.
  const answer: unknown = await response.json().catch((error) => (response.ok ? rethrow(error) : null))
  const { success, errors, result, result_info } = isObject(answer) ? answer : {}
  if (!response.ok || success === false) throw failureOf(response.ok ? 502 : response.status, errors, response.headers)
  try {
    return parse({ result, resultInfo: isObject(result_info) ? result_info : {} })
  } catch (error) {
    throw error instanceof ApiFailure ? error : oddAnswer('The API response has an unknown format.')
  }
}

/** The items of an answer that has to be a list. */
export function listOf({ result }: Pick<Answer, 'result'>): unknown[] {
  if (Array.isArray(result)) return result
  throw oddAnswer('The API response has no list.')
}

async function sdkResponse(send: (sdk: Sdk) => ApiRequest): Promise<Response> {
  const sdk = await loadSdk()
  return send(sdk.cloudflare).asResponse().catch(sdk.rethrow)
}

function earlyResponse({ path, query = {}, signal }: EarlyRead): Promise<Response> | undefined {
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
  return earlyFetch(ownUrl(search.size > 0 ? `${path}?${search}` : path), signal)?.catch(rethrow)
}

/** An aborted request stays one: nothing waits for it. The time limit is another error. */
function rethrow(error: unknown): never {
  throw error instanceof Error && error.name === 'AbortError' ? error : new ApiFailure({ cause: error })
}
