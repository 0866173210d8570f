/** The kind of resources that a permission group applies to. A text, because the API may add scopes. */
export type Scope = string

export const ACCOUNT_SCOPE = 'com.cloudflare.api.account'
export const ZONE_SCOPE = 'com.cloudflare.api.account.zone'
export const BUCKET_SCOPE = 'com.cloudflare.edge.r2.bucket'
export const WORKER_SCOPE = 'com.cloudflare.edge.worker.script'
export const USER_SCOPE = 'com.cloudflare.api.user'
