import { msOf, wholeSeconds } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import { DAY_MS } from './expiry.ts'

/** No token is moved closer to now than this. */
const NOTICE_DAYS = 3

/**
 * New ends for tokens that end together: spread evenly over `days` days up to the last of their ends, at their own time of
 * the day, never later than they end now (that would give more access) and never within three days of `now`. RFC 3339
 * by token ID, whole seconds, only those that change.
 */
export function spread(tokens: readonly Token[], days: number, now: number): Map<string, string> {
  const endings = tokens.flatMap(({ id, expiresOn }) => (expiresOn ? [{ id, at: msOf(expiresOn) }] : []))
  const sorted = endings.filter(({ at }) => !Number.isNaN(at)).toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const last = Math.max(...sorted.map(({ at }) => at))
  const moved = new Map<string, string>()
  for (const [index, { id, at }] of sorted.entries()) {
    const fromEnd = Math.round(((sorted.length - 1 - index) * days) / sorted.length)
    const wanted = timeOfDay(last - fromEnd * DAY_MS, at)
    const next = Math.max(wanted, now + NOTICE_DAYS * DAY_MS)
    if (next < at) moved.set(id, wholeSeconds(next))
  }
  return moved
}

const timeOfDay = (day: number, at: number) => Math.floor(day / DAY_MS) * DAY_MS + (at % DAY_MS)
