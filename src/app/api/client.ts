import { APIError, APIUserAbortError } from 'cloudflare/error'
import { BasePermissionGroups } from 'cloudflare/resources/accounts/tokens/permission-groups'
import { BaseTokens } from 'cloudflare/resources/accounts/tokens/tokens'
import { BaseValue } from 'cloudflare/resources/accounts/tokens/value'
import { createClient } from 'cloudflare/tree-shakable'
import { isObject } from '#domain/token-json/is-object.ts'
import { ApiFailure, failureOf, oddAnswer } from './errors.ts'
import { apiFetch } from './fetch.ts'

/** Talks to our own proxy. The proxy adds the credential; the browser never holds one. */
export const cloudflare = createClient({
  // The SDK feeds this to `new URL()`, so it has to be absolute.
  baseURL: `${location.origin}/api/v4`,
  apiToken: null,
  // TanStack Query owns retrying; two layers would multiply attempts, and the SDK would repeat writes.
  maxRetries: 0,
  fetch: apiFetch,
  // A form on another site can set neither, so the proxy takes no write without them.
  defaultHeaders: { 'Content-Type': 'application/json', 'X-Token-Desk': '1' },
  resources: [BaseTokens, BasePermissionGroups, BaseValue],
})

/** Our server's own addresses beside the mirrored API, in the same envelope. */
export const ownUrl = (path: string) => `${location.origin}/api${path}`

/** A request as every method of the SDK returns it. */
export type ApiRequest = { asResponse: () => Promise<Response> }

/** The envelope of an answer. `result` comes from outside: each caller checks its form. */
export type Answer = { result: unknown; resultInfo: Record<string, unknown> }

/**
 * Reads the answer of a request as it was sent: the SDK's own parser drops what it does not know of a list
 * (`result_info.total_count`) and takes a missing list for an empty one. Whatever goes wrong is an
 * `ApiFailure`, also an error of `parse`: then the answer has another form than documented.
 */
export async function readAnswer<Result>(request: ApiRequest, parse: (answer: Answer) => Result): Promise<Result> {
  const response = await request.asResponse().catch(rethrow)
  // The proxy answers with JSON only: an answer that is none was cut off.
  const answer: unknown = await response.json().catch(rethrow)
  const { success, errors, result, result_info } = isObject(answer) ? answer : {}
  if (success === false) throw failureOf(502, errors, response.headers)
  try {
    return parse({ result, resultInfo: isObject(result_info) ? result_info : {} })
  } catch (error) {
    throw error instanceof ApiFailure ? error : oddAnswer('The answer has not the form that the API documents.')
  }
}

/** The items of an answer that has to be a list. */
export function listOf({ result }: Pick<Answer, 'result'>): unknown[] {
  if (Array.isArray(result)) return result
  throw oddAnswer('The API answered without a list.')
}

/** Turns what the SDK throws into the one failure type. An aborted request stays one: nothing waits for it. */
function rethrow(error: unknown): never {
  if (error instanceof APIUserAbortError || (error instanceof Error && error.name === 'AbortError')) throw error
  if (error instanceof APIError && error.status !== undefined)
    throw failureOf(error.status, error.errors, error.headers)
  throw new ApiFailure({ cause: error })
}
