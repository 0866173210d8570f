import { APIError, APIUserAbortError } from 'cloudflare/error'
import { BasePermissionGroups } from 'cloudflare/resources/accounts/tokens/permission-groups'
import { BaseTokens } from 'cloudflare/resources/accounts/tokens/tokens'
import { BaseValue } from 'cloudflare/resources/accounts/tokens/value'
import { BaseBuckets } from 'cloudflare/resources/r2/buckets/buckets'
import { BaseWorkers } from 'cloudflare/resources/workers/beta/workers/workers'
import { BaseZones } from 'cloudflare/resources/zones/zones'
import { createClient } from 'cloudflare/tree-shakable'
import { ApiFailure, failureOf } from './errors.ts'
import { apiFetch, ownUrl } from './fetch.ts'

/** Talks to our own proxy. The proxy adds the credential; the browser never holds one. */
export const cloudflare = createClient({
  // The SDK feeds this to `new URL()`, so it has to be absolute.
  baseURL: ownUrl('/v4'),
  apiToken: null,
  // TanStack Query owns retrying; two layers would multiply attempts, and the SDK would repeat writes.
  maxRetries: 0,
  fetch: apiFetch,
  // A form on another site can set neither, so the proxy takes no write without them.
  defaultHeaders: { 'Content-Type': 'application/json', 'X-Token-Desk': '1' },
  resources: [BaseTokens, BasePermissionGroups, BaseValue, BaseZones, BaseBuckets, BaseWorkers],
})

export type Sdk = typeof cloudflare

/** A request as every method of the SDK returns it. */
export type ApiRequest = { asResponse: () => Promise<Response> }

/** Turns what the SDK throws into the one failure type. An aborted request stays one: nothing waits for it. */
export function rethrow(error: unknown): never {
  if (error instanceof APIUserAbortError) throw error
  if (error instanceof APIError && error.status !== undefined)
    throw failureOf(error.status, error.errors, error.headers)
  throw new ApiFailure({ cause: error })
}
