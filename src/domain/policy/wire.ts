import type { Token as SdkToken, TokenPolicy as SdkPolicy } from 'cloudflare/resources/shared'

/** `"*"`, or a nested map such as `{ "com.cloudflare.api.account.zone.*": "*" }`. */
export type WireResourceValue = string | { [key: string]: string }

/**
 * The SDK's union forbids mixing plain and nested keys in one policy. The API may send both, so this type allows it.
 */
export type WireResources = { [key: string]: WireResourceValue }

export type WirePermissionGroup = SdkPolicy.PermissionGroup

/**
 * A policy in the API's documented form. Unknown fields stay on the object. What the API sent may have another form;
 * `readPolicy` converts it.
 */
export type WirePolicy = {
  id?: string
  /** `allow` or `deny`; any other text is shown as it came. */
  effect: string
  permission_groups: WirePermissionGroup[]
  resources: WireResources
}

/** A policy for a request: no id (a create with one is refused), groups by id only. */
export type WirePolicyInput = {
  effect: string
  permission_groups: Pick<WirePermissionGroup, 'id' | 'meta'>[]
  resources: WireResources
}

/** A token as it came: every field is optional and unchecked. Updates start from it. */
export type WireToken = { [Field in keyof SdkToken]?: unknown } & { [field: string]: unknown }
