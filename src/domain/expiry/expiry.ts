import { wasUsedLately } from '#domain/token/confirmation.ts'
import { deriveStatus } from '#domain/token/status.ts'
import { DAY_MS, hasJustEnded, msOf } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'

export const WEEK_MS = 7 * DAY_MS

/** As many weeks as twelve months take, the current one included. */
const WEEKS = 53

/** A token and the moment it stops working, in ms since 1970. */
export type Ending = { token: Token; at: number; isInUse: boolean }

type Week = {
  /** Monday, 00:00 UTC. */
  start: number
  endings: Ending[]
}

/** When the tokens of an account end; each list in the order of time. */
export type Expiry = {
  /** Expired in the last 14 days, and used in the seven days before that. */
  overdue: Ending[]
  /** The current week and those of the next twelve months, empty ones included. */
  weeks: Week[]
  /** After the last of these weeks. */
  later: Ending[]
  never: Token[]
  /** With an end that is no time, as the API sent it. */
  unreadable: Token[]
}

/** The Monday, 00:00 UTC, of the week of a moment. */
export function weekOf(at: number): number {
  const day = Math.floor(at / DAY_MS)
  // Day 0, 1 January 1970, was a Thursday.
  return (day - ((((day + 3) % 7) + 7) % 7)) * DAY_MS
}

/** Of tokens that work or will work: disabled, revoked and long expired ones are left out. `now` in ms since 1970. */
export function expiryOf(tokens: readonly Token[], now: number): Expiry {
  const first = weekOf(now)
  const weeks: Week[] = Array.from({ length: WEEKS }, (_, index) => ({ start: first + index * WEEK_MS, endings: [] }))
  const expiry: Expiry = { overdue: [], weeks, later: [], never: [], unreadable: [] }
  for (const token of tokens) {
    const { kind } = deriveStatus(token, now)
    if (kind === 'disabled' || kind === 'revoked') continue
    const at = token.expiresOn === null ? null : msOf(token.expiresOn)
    // A token of a status that is not known has an end like any other.
    if (kind === 'expired' || (at !== null && at <= now)) {
      if (at !== null && hasJustEnded(at, now) && wasUsedLately(token, at))
        expiry.overdue.push({ token, at, isInUse: true })
    } else if (at === null) expiry.never.push(token)
    else if (Number.isNaN(at)) expiry.unreadable.push(token)
    else {
      const week = weeks[(weekOf(at) - first) / WEEK_MS]
      ;(week?.endings ?? expiry.later).push({ token, at, isInUse: wasUsedLately(token, now) })
    }
  }
  for (const endings of [expiry.overdue, expiry.later, ...weeks.map((week) => week.endings)])
    endings.sort((a, b) => a.at - b.at)
  return expiry
}

/** As many days as the close view has: eight weeks. */
const DAYS = 56

export type Day = {
  /** 00:00 UTC. */
  start: number
  endings: Ending[]
}

/** The UTC days of the next eight weeks, today first and empty ones included, and what ends after them. */
export function daysOf(
  { weeks, later }: Pick<Expiry, 'weeks' | 'later'>,
  now: number,
): { days: Day[]; later: Ending[] } {
  const first = Math.floor(now / DAY_MS)
  const days: Day[] = Array.from({ length: DAYS }, (_, index) => ({ start: (first + index) * DAY_MS, endings: [] }))
  const after: Ending[] = []
  for (const ending of weeks.flatMap(({ endings }) => endings))
    (days[Math.floor(ending.at / DAY_MS) - first]?.endings ?? after).push(ending)
  return { days, later: [...after, ...later] }
}
