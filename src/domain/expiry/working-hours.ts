import { DAY_MS, wholeSeconds } from '#domain/token/time.ts'

/** Full hours of Monday to Friday, on the clock of this machine: from the first up to the last, 0 to 24. */
export type WorkingHours = { from: number; to: number }

/**
 * A time (ms since 1970) within working hours: itself, or else when the hours before it began, so that there is
 * a day of work for it. It is never later: an end that moves gives no more access. `null` is any hour.
 */
export function withinHours(at: number, hours: WorkingHours | null): number {
  if (hours === null) return at
  const date = new Date(at)
  const hour = date.getHours()
  if (isWorkday(date) && hour >= hours.from && hour < hours.to) return at
  if (hour < hours.from) date.setDate(date.getDate() - 1)
  while (!isWorkday(date)) date.setDate(date.getDate() - 1)
  date.setHours(hours.from, 0, 0, 0)
  return date.getTime()
}

/** The end (RFC 3339) so many days after `from` (ms since 1970), within working hours. */
export const endInDays = (days: number, from: number, hours: WorkingHours | null): string =>
  wholeSeconds(withinHours(from + days * DAY_MS, hours))

const isWorkday = (date: Date) => ![0, 6].includes(date.getDay())

const FORM = /^(\d{1,2})(?::00)? ?[-–—] ?(\d{1,2})(?::00)?$/

/** "9–17" or "9:00–17:00"; nothing for any hour. `null` where the text is no hours. */
export function readHours(text: string): { hours: WorkingHours | null } | null {
  if (text.trim() === '') return { hours: null }
  const [, from, to] = FORM.exec(text.trim()) ?? []
  if (from === undefined || to === undefined) return null
  const hours = { from: Number(from), to: Number(to) }
  return areHours(hours) ? { hours } : null
}

export const hoursText = (hours: WorkingHours | null): string => (hours ? `${hours.from}–${hours.to}` : '')

/** Whether the first is before the last, within a day. */
export const areHours = ({ from, to }: WorkingHours): boolean =>
  Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from < to && to <= 24
