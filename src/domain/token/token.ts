import type { WirePolicy, WireToken } from '#domain/policy/wire.ts'

/**
 * One account-owned API token, narrowed once at the API boundary.
 * Times are RFC 3339 UTC strings as the API sent them; absent, null and year-1 times are all `null`.
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
  policies: WirePolicy[]
  condition: IpCondition
  /** Exactly what came, unknown fields and all. */
  wire: WireToken
}

/** Client addresses as CIDR text. An empty allow list means any address; exceptions are carved out of it. */
export type IpCondition = { allowed: string[]; exceptions: string[] }

/** A time as the API sends it, or `null`: absent, null, empty, unreadable, and the year 1 that Go writes for "none". */
export function parseTime(value: unknown): string | null {
  // Without the shape, `Date.parse` takes "none 1" for the year 2001.
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T/i.test(value)) return null
  const time = Date.parse(value)
  return Number.isNaN(time) || new Date(time).getUTCFullYear() <= 1 ? null : value
}
