export const DAY_MS = 86_400_000

/** A time as RFC 3339, or a day alone. */
const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ]((?:[01]\d|2[0-3]):\d{2}:)(\d{2}(?:\.\d+)?)(Z|[+-]\d{2}:\d{2}))?$/i

/**
 * A time of the API as RFC 3339. `null` when absent, null, empty, or the year 1 that Go writes for it. Any other text
 * stays as it came, so that it is not shown as "never"; `msOf` returns NaN for it.
 */
export function readTime(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string') return JSON.stringify(value)
  const text = toRfc3339(value)
  if (text === null) return value
  return new Date(text).getUTCFullYear() <= 1 ? null : text
}

/** The API takes whole seconds in UTC (`docs/api-behaviour.md` §4). `ms` since 1970. */
export const wholeSeconds = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`

/** All that shows or judges thousands of tokens asks for the same few times of each, again and again. */
const known = new Map<string, number>()
const MOST_KNOWN = 100_000

/** Ms since 1970 of such a text; NaN for any other. `Date.parse` would read "none 1" as the year 2001. */
export function msOf(text: string): number {
  let ms = known.get(text)
  if (ms === undefined) {
    ms = TIME.test(text) ? realMs(text) : Number.NaN
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, ms)
  }
  return ms
}

function toRfc3339(text: string): string | null {
  const [, day = '', minutes = '00:00:', seconds = '00', zone = 'Z'] = TIME.exec(text) ?? []
  // JavaScript has no leap seconds (RFC 3339 §5.7): it counts as the second after it.
  const isLeap = seconds.startsWith('60')
  const time = `${day}T${minutes}${isLeap ? 59 : seconds}${zone.toUpperCase()}`
  const end = realMs(time) + (isLeap ? 1000 : 0)
  if (!(end < YEAR_10000_MS)) return null
  return isLeap ? wholeSeconds(end) : time
}

/** The API writes years of four digits. */
export const YEAR_10000_MS = 253_402_300_800_000

/** NaN for a day that does not exist, as JavaScript moves 30 February to March, and for a year in UTC of five digits. */
function realMs(text: string): number {
  const day = text.slice(0, 10)
  const ms = new Date(day).getUTCDate() === Number(day.slice(8)) ? Date.parse(text) : Number.NaN
  return ms < YEAR_10000_MS ? ms : Number.NaN
}

/** How long an expired token counts as just broken (`contract` T2). */
const JUST_ENDED_DAYS = 14

/** Whether an end came lately; both in ms since 1970. Clocks differ: the API may end a token up to a day before this one. */
export const hasJustEnded = (end: number, now: number): boolean =>
  Math.abs(now - end) <= (now < end ? 1 : JUST_ENDED_DAYS) * DAY_MS
