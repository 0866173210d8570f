import type { WirePolicy, WireToken } from '#domain/policy/wire.ts'

/**
 * One account-owned API token, narrowed once at the API boundary.
 * Times are RFC 3339, or the text as it came where it is no time; absent, null and year-1 times are all `null`.
 */
export type Token = {
  id: string
  name: string
  /** `active`, `disabled`, `expired`, or whatever else the API says (`revoked (exposed)` is seen live). */
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
  condition: IpCondition
  /** Exactly what came, unknown fields and all. */
  wire: WireToken
}

/**
 * Client addresses as CIDR text. An empty allow list means any address; exceptions are carved out of it.
 * `isOdd`: the stored condition holds something besides that this app cannot read.
 */
export type IpCondition = { allowed: string[]; exceptions: string[]; isOdd?: true }
