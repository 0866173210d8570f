const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Beyond this a date says more than a distance. */
const RELATIVE_LIMIT = 60 * DAY

const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' })
const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const dateTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
})

/** "3 minutes ago", "in 6 days", and a date where that is far away. `now` in ms since 1970. */
export function formatRelative(value: string, now: number): string {
  const distance = Date.parse(value) - now
  const size = Math.abs(distance)
  if (size < MINUTE) return 'just now'
  if (size < HOUR) return relative.format(Math.trunc(distance / MINUTE), 'minute')
  if (size < DAY) return relative.format(Math.trunc(distance / HOUR), 'hour')
  if (size <= RELATIVE_LIMIT) return relative.format(Math.trunc(distance / DAY), 'day')
  return formatDate(value)
}

/** "28 May 2026", in UTC. */
export const formatDate = (value: string) => date.format(new Date(value))

/** "24 Jan 2027, 00:00 UTC". */
export const formatDateTimeUtc = (value: string) => `${dateTime.format(new Date(value))} UTC`
