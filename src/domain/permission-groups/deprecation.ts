import type { Deprecation } from './permission-group.ts'

/** What stands for "no" where a flag is text. */
const NO = new Set(['', 'false', '0', 'no', 'null', 'none'])

/**
 * Whether a group's `meta` announces the end of it. The API's values are all text; a flag, a number or an odd form is
 * read as well as it can be, and nothing said is no announcement.
 */
export function readDeprecation(meta: unknown): Deprecation | null {
  if (typeof meta !== 'object' || meta === null) return null
  const { deprecated, eol_at } = meta as { deprecated?: unknown; eol_at?: unknown }
  const eolAt = readDate(eol_at)
  return isYes(deprecated) || (eolAt !== null && deprecated === undefined) ? { eolAt } : null
}

function isYes(value: unknown): boolean {
  if (typeof value === 'string') return !NO.has(value.trim().toLowerCase())
  return value === true || (typeof value === 'number' && value !== 0)
}

/** A day or a moment, as it came; year 1 is how some servers write "none". */
function readDate(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(value)) return null
  const time = Date.parse(value)
  return Number.isNaN(time) || new Date(time).getUTCFullYear() <= 1 ? null : value
}
