const RFC_3339 = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:)(\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i
const DATE = /^\d{4}-\d{2}-\d{2}$/

/**
 * A time of the API as RFC 3339. `null` is none: absent, null, empty, and the year 1 that Go writes for it.
 * What is no time stays as it came, so that it is never shown as "never"; `msOf` makes NaN of it.
 */
export function readTime(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  if (typeof value !== 'string') return JSON.stringify(value)
  const text = toRfc3339(value)
  if (text === null) return value
  return new Date(text).getUTCFullYear() <= 1 ? null : text
}

/** Ms since 1970 of an RFC 3339 time, NaN of any other text: `Date.parse` alone takes "none 1" for the year 2001. */
export const msOf = (text: string): number => (RFC_3339.test(text) ? Date.parse(text) : Number.NaN)

function toRfc3339(text: string): string | null {
  if (DATE.test(text)) return real(`${text}T00:00:00Z`)
  const [, date, minutes, seconds, fraction = '', zone = ''] = RFC_3339.exec(text) ?? []
  if (!date || !minutes || !seconds) return null
  if (seconds !== '60') return real(`${date}T${minutes}${seconds}${fraction}${zone.toUpperCase()}`)
  // A leap second (RFC 3339 §5.7) has no place in JavaScript's clock: it is the second after it.
  const before = Date.parse(`${date}T${minutes}59${zone.toUpperCase()}`)
  return Number.isNaN(before) ? null : `${new Date(before + 1000).toISOString().slice(0, 19)}Z`
}

const real = (text: string) => (Number.isNaN(Date.parse(text)) ? null : text)
