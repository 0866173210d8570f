import type { Condition } from '#domain/condition/condition.ts'
import type { WirePolicy, WireToken } from '#domain/policy/wire.ts'

/**
 * One account-owned API token, narrowed once at the API boundary. Times are RFC 3339, or any other text as it came;
 * absent, null and year-1 times are all `null`.
 */
export type Token = {
  id: string
  name: string
  /** `active`, `disabled`, `expired`, or any other text of the API (`revoked (exposed)` was observed live). */
  status: string
  issuedOn: string | null
  modifiedOn: string | null
  lastUsedOn: string | null
  notBefore: string | null
  expiresOn: string | null
  creatorEmail: string | null
  provisionerType: string | null
  provisionerId: string | null
  /** For reading: one of another form than documented is cut to what has a meaning. */
  policies: WirePolicy[]
  condition: Condition
  /** Exactly what the API sent, including unknown fields. */
  wire: WireToken
}
