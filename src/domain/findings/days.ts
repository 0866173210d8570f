import { endInDays } from '#domain/expiry/working-hours.ts'
import { DAY_MS, msOf } from '#domain/token/time.ts'
import type { BaseContext } from './context.ts'

/** Days since a time; negative before it. `null` without a time, NaN for one that cannot be read. */
export const daysSince = (time: string | null, now: number): number | null =>
  time === null ? null : (now - msOf(time)) / DAY_MS

/** Whether a time is at most so many days ago. One that cannot be read may be. */
export const isWithin = (time: string | null, days: number, now: number): boolean => {
  const since = daysSince(time, now)
  return since !== null && !(since > days)
}

/** Whether a time is surely more than so many days ago. */
export const isBefore = (time: string | null, days: number, now: number): boolean =>
  (daysSince(time, now) ?? Number.NaN) > days

/** The later of two times in ms; NaN without any, and with one that cannot be read: it may be the later one. */
export function latest(...times: (string | null)[]): number {
  const read = times.flatMap((time) => (time === null ? [] : [msOf(time)]))
  return read.length > 0 ? Math.max(...read) : Number.NaN
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "3 Dec 2026", in UTC. A time that cannot be read as it came. */
export function dayText(time: string): string {
  const date = new Date(msOf(time))
  if (Number.isNaN(date.getTime())) return `“${time}”`
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

type Starting = { notBefore: string | null }

/** Now, or the start of a token that starts later; in ms. */
export function startOf({ notBefore }: Starting, now: number): number {
  const start = msOf(notBefore ?? '')
  return start > now ? start : now
}

/**
 * A time so many days after now, or after the start of a token that starts later; up to three days earlier where
 * ends are to be within working hours.
 */
export const endAfter = (days: number, token: Starting, { now, settings }: BaseContext): string =>
  endInDays(days, startOf(token, now), settings.workingHours)
