import { APIError, APIUserAbortError } from 'cloudflare/error'
import { BaseAccounts } from 'cloudflare/resources/accounts/accounts'
import { BaseTokens } from 'cloudflare/resources/accounts/tokens/tokens'
import { BaseValue } from 'cloudflare/resources/accounts/tokens/value'
import { createClient } from 'cloudflare/tree-shakable'
import { ApiFailure, failureOf } from './errors.ts'
import { budgetedFetch } from './rate-budget.ts'
import { TIMEOUT_MS } from './read.ts'

/** For writes and verifications, by way of our own proxy. It adds the credential; the browser never holds one. */
export const cloudflare = createClient({
  // The SDK feeds this to `new URL()`, so it has to be absolute.
  baseURL: `${location.origin}/api/v4`,
  apiToken: null,
  // TanStack Query owns retrying; two layers would multiply attempts, and the SDK would repeat writes.
  maxRetries: 0,
  timeout: TIMEOUT_MS,
  fetch: budgetedFetch,
  // A form on another site can set neither, so the proxy takes no write without them.
  defaultHeaders: { 'Content-Type': 'application/json', 'X-Token-Desk': '1' },
  resources: [BaseTokens, BaseValue, BaseAccounts],
})

/** Our server's own addresses beside the mirrored API, in the same envelope. */
export const ownUrl = (path: string) => `${location.origin}/api${path}`

/** Turns what the SDK throws into the one failure type. An abort stays what it is: nobody waits for it. */
export function rethrow(error: unknown): never {
  if (error instanceof APIUserAbortError) throw error
  if (!(error instanceof APIError)) throw new ApiFailure({})
  throw failureOf(error.status, error.errors, error.headers)
}
