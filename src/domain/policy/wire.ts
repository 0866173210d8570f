import type { Token as SdkToken, TokenPolicy as SdkPolicy } from 'cloudflare/resources/shared'

/** `"*"`, or a nested map such as `{ "com.cloudflare.api.account.zone.*": "*" }`. */
export type WireResourceValue = string | { [key: string]: string }

/** The SDK's union forbids mixing plain and nested keys in one policy; the API may send it, so this does not. */
export type WireResources = { [key: string]: WireResourceValue }

export type WirePermissionGroup = SdkPolicy.PermissionGroup

/**
 * A policy in the form that the API documents. Fields the app does not know stay on the object.
 * What the API really sent may have another form: `readPolicy` makes this of anything.
 */
export type WirePolicy = {
  id?: string
  /** `allow` or `deny`; anything else is shown as it came. */
  effect: string
  permission_groups: WirePermissionGroup[]
  resources: WireResources
}

/** A policy as the API takes it: no id (a create with one is refused), groups by id alone. */
export type WirePolicyInput = {
  effect: string
  permission_groups: Pick<WirePermissionGroup, 'id' | 'meta'>[]
  resources: WireResources
}

/** A token as it came, every field optional and none of them checked. Updates start from it. */
export type WireToken = { [Field in keyof SdkToken]?: unknown } & { [field: string]: unknown }
