/** Where a permission group applies; the API may grow more, so this is text. */
export type Scope = string

export const ACCOUNT_SCOPE = 'com.cloudflare.api.account'
export const ZONE_SCOPE = 'com.cloudflare.api.account.zone'
export const BUCKET_SCOPE = 'com.cloudflare.edge.r2.bucket'
export const WORKER_SCOPE = 'com.cloudflare.edge.worker.script'
export const USER_SCOPE = 'com.cloudflare.api.user'

/** One entry of the account's catalogue. Key everything by `id`: names repeat across scopes and get renamed. */
export type PermissionGroup = {
  id: string
  name: string
  scopes: Scope[]
  /** `developer_platform` and twelve others; `null` where the API does not say. */
  category: string | null
  description: string | null
  /** `false` when the app's own credential may not grant it. Absent counts as selectable. */
  isSelectable: boolean
  /** Announced to end; `null` where nothing is. */
  deprecation: Deprecation | null
}

/** `eolAt` is the day or moment of the end as the API writes it, `null` where it names none. */
export type Deprecation = { eolAt: string | null }
