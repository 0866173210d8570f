import { DAY_MS, msOf, wholeSeconds } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import { fewestOfCliff, mostWithinADay } from './cliffs.ts'
import { withinHours, type WorkingHours } from './working-hours.ts'

/** No token is moved closer to now than this. */
const NOTICE_DAYS = 3

/**
 * New ends for tokens that end together: spread evenly over `days` days up to the last of their ends, at their own time of
 * the day or within working hours, never later than they end now (that would give more access) and never within three
 * days of `now`. RFC 3339 by token ID, whole seconds, only those that change.
 */
export function spread(
  tokens: readonly Token[],
  days: number,
  now: number,
  hours: WorkingHours | null = null,
): Map<string, string> {
  const endings = tokens.flatMap(({ id, expiresOn }) => (expiresOn ? [{ id, at: msOf(expiresOn) }] : []))
  const sorted = endings.filter(({ at }) => !Number.isNaN(at)).toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const last = Math.max(...sorted.map(({ at }) => at))
  const moved = new Map<string, string>()
  const daysBefore = steps(sorted.length, last, days, now)
  for (const [index, { id, at }] of sorted.entries()) {
    const next = noticed(timeOfDay(last - daysBefore(index) * DAY_MS, at), now, hours)
    if (next < at) moved.set(id, wholeSeconds(next))
  }
  return moved
}

/** The days over which tokens can be spread. */
const CHOICES = [7, 14, 28] as const

/** The fewest of these days over which the tokens end without a cliff; the most where none is enough. */
export function daysToSpread(
  tokens: readonly Token[],
  now: number,
  hours: WorkingHours | null = null,
): (typeof CHOICES)[number] {
  const hasCliff = (days: number) => {
    const moved = spread(tokens, days, now, hours)
    const ends = tokens.flatMap(({ id, expiresOn }) => {
      const end = moved.get(id) ?? expiresOn
      return end === null ? [] : [{ at: msOf(end) }]
    })
    const [from, to] = mostWithinADay(ends.toSorted((a, b) => a.at - b.at))
    return to - from >= fewestOfCliff(tokens.length)
  }
  return CHOICES.find((days) => !hasCliff(days)) ?? CHOICES[2]
}

/**
 * Ends for tokens that shall have ended by `end` (ms since 1970): spread evenly over the `days` days before it, within
 * working hours, and not within three days of `now`. RFC 3339 by token ID, whole seconds.
 */
export function spreadUpTo(
  end: number,
  tokens: readonly Token[],
  days: number,
  now: number,
  hours: WorkingHours | null = null,
): Map<string, string> {
  const daysBefore = steps(tokens.length, end, days, now)
  return new Map(
    tokens.map(({ id }, index) => {
      const wanted = end - daysBefore(index) * DAY_MS
      return [id, wholeSeconds(Math.min(noticed(wanted, now, hours), end))]
    }),
  )
}

/** A time within working hours, or as it was where that would be within three days of `now`; then at their end. */
function noticed(at: number, now: number, hours: WorkingHours | null): number {
  const soonest = now + NOTICE_DAYS * DAY_MS
  const moved = withinHours(at, hours)
  return moved >= soonest ? moved : Math.max(at, soonest)
}

/** How many days before the end each of so many tokens ends. Where there are fewer than `days` left, it takes those. */
function steps(amount: number, end: number, days: number, now: number): (index: number) => number {
  const left = Math.max(0, Math.floor((end - now) / DAY_MS) - NOTICE_DAYS)
  return (index) => Math.round(((amount - 1 - index) * Math.min(days, left)) / amount)
}

const timeOfDay = (day: number, at: number) => Math.floor(day / DAY_MS) * DAY_MS + (at % DAY_MS)
