const RFC_3339 = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:)(\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i
const DATE = /^\d{4}-\d{2}-\d{2}$/

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

/** Ms since 1970 of an RFC 3339 time; NaN for any other text. `Date.parse` would read "none 1" as the year 2001. */
export function msOf(text: string): number {
  let ms = known.get(text)
  if (ms === undefined) {
    ms = RFC_3339.test(text) ? Date.parse(text) : Number.NaN
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(text, ms)
  }
  return ms
}

function toRfc3339(text: string): string | null {
  if (DATE.test(text)) return real(`${text}T00:00:00Z`)
  const [, date, minutes, seconds, fraction = '', zone = ''] = RFC_3339.exec(text) ?? []
  if (!date || !minutes || !seconds) return null
  if (seconds !== '60') return real(`${date}T${minutes}${seconds}${fraction}${zone.toUpperCase()}`)
  // JavaScript has no leap seconds (RFC 3339 §5.7): it counts as the second after it.
  const before = Date.parse(`${date}T${minutes}59${zone.toUpperCase()}`)
  return Number.isNaN(before) ? null : wholeSeconds(before + 1000)
}

const real = (text: string) => (Number.isNaN(Date.parse(text)) ? null : text)
