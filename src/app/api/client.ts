import { BaseAccounts } from 'cloudflare/resources/accounts/accounts'
import { BasePermissionGroups } from 'cloudflare/resources/accounts/tokens/permission-groups'
import { BaseTokens } from 'cloudflare/resources/accounts/tokens/tokens'
import { BaseValue } from 'cloudflare/resources/accounts/tokens/value'
import { createClient } from 'cloudflare/tree-shakable'
import { budgetedFetch } from './rate-budget.ts'

/** How every client talks: to our own proxy. The proxy adds the credential; the browser never holds one. */
export const clientOptions = {
  // The SDK feeds this to `new URL()`, so it has to be absolute.
  baseURL: `${location.origin}/api/v4`,
  apiToken: null,
  // TanStack Query owns retrying; two layers would multiply attempts, and the SDK would repeat writes.
  maxRetries: 0,
  // Longer than the proxy's own 30 s, so that its answer in the API's envelope arrives first.
  timeout: 40_000,
  fetch: budgetedFetch,
  // A form on another site can set neither, so the proxy takes no write without them.
  defaultHeaders: { 'Content-Type': 'application/json', 'X-Token-Desk': '1' },
} as const

/** What every page may need; zones and buckets have a client of their own that comes with them. */
export const cloudflare = createClient({
  ...clientOptions,
  resources: [BaseTokens, BasePermissionGroups, BaseValue, BaseAccounts],
})

/** Our server's own addresses beside the mirrored API, in the same envelope. */
export const ownUrl = (path: string) => `${location.origin}/api${path}`
