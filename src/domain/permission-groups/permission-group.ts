import type { Scope } from '#domain/resources/scope.ts'

/** One entry of the account's catalogue. Use `id` as the key: names repeat across scopes and change. */
export type PermissionGroup = {
  id: string
  name: string
  scopes: Scope[]
  /** `developer_platform` and twelve others; `null` when the API does not say. */
  category: string | null
  description: string | null
  /** `false` when the app's own credential may not grant it. Absent means selectable. */
  isSelectable: boolean
  /** The announced end; `null` when there is none. */
  deprecation: Deprecation | null
}

/** `eolAt` is the date or time of the end as the API writes it; `null` when it gives none. */
export type Deprecation = { eolAt: string | null }
