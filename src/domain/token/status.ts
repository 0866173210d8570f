import { msOf } from './time.ts'
import type { Token } from './token.ts'

/** A token that expires within this many days is highlighted. */
const EXPIRING_SOON_DAYS = 7

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** The current state of a token. `at` is the time (ms since 1970) the state depends on, if any. */
export type TokenState = {
  kind: 'active' | 'scheduled' | 'expiring' | 'expired' | 'disabled' | 'revoked' | 'unknown'
  label: string
  /** For a narrow column: "2 days left", "Revoked". */
  short?: string
  at: number | null
}

/** The status by the API and the clock: the API still says `active` before the start and for a while after the end. */
export function deriveStatus(token: Pick<Token, 'status' | 'notBefore' | 'expiresOn'>, now: number): TokenState {
  const expiry = token.expiresOn ? msOf(token.expiresOn) : null
  const start = token.notBefore ? msOf(token.notBefore) : null

  if (REVOKED.test(token.status))
    return { kind: 'revoked', label: capitalize(token.status), short: 'Revoked', at: null }
  if (token.status === 'disabled') return { kind: 'disabled', label: 'Disabled', at: null }
  if (token.status === 'expired') return { kind: 'expired', label: 'Expired', at: expiry }
  if (token.status !== 'active') return { kind: 'unknown', label: capitalize(token.status) || 'Unknown', at: null }
  // The token is refused "on or after" expires_on, so that moment counts as expired.
  if (expiry !== null && now >= expiry) return { kind: 'expired', label: 'Expired', at: expiry }
  if (start !== null && now < start) return { kind: 'scheduled', label: 'Scheduled', at: start }
  if (expiry !== null && expiry - now <= EXPIRING_SOON_DAYS * DAY_MS) {
    const left = remaining(expiry - now)
    return {
      kind: 'expiring',
      label: `Expires in ${left}`,
      short: `${left} left`.replace('under', 'Under'),
      at: expiry,
    }
  }
  return { kind: 'active', label: 'Active', at: null }
}

/** What the times of a token say alone: outside of them it is refused, also with a status that is not known. */
export const kindByTime = (token: Pick<Token, 'notBefore' | 'expiresOn'>, now: number): TokenState['kind'] =>
  deriveStatus({ ...token, status: 'active' }, now).kind

/** Whether a token works or will: an expired one does with a later end, and an unknown status may mean anything. */
export const mayWork = (status: string): boolean => status !== 'disabled' && !REVOKED.test(status)

const REVOKED = /^revoked\b/i

function remaining(ms: number): string {
  if (ms >= DAY_MS) return count(Math.floor(ms / DAY_MS), 'day')
  if (ms >= HOUR_MS) return count(Math.floor(ms / HOUR_MS), 'hour')
  return 'under an hour'
}

const count = (amount: number, unit: string) => `${amount} ${unit}${amount === 1 ? '' : 's'}`

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
