import type { Deprecation } from './permission-group.ts'

/** Texts that mean "no". */
const NO = new Set(['', 'false', '0', 'no', 'null', 'none'])

/**
 * Whether a group's `meta` announces its end, by `deprecated` or by a day. The API sends texts; flags, numbers and odd
 * values are interpreted as well as possible. No value means no announcement.
 */
export function readDeprecation(meta: unknown): Deprecation | null {
  if (typeof meta !== 'object' || meta === null) return null
  const { deprecated, eol_at } = meta as { deprecated?: unknown; eol_at?: unknown }
  const eolAt = readDate(eol_at)
  return isYes(deprecated) || eolAt !== null ? { eolAt } : null
}

function isYes(value: unknown): boolean {
  if (typeof value === 'string') return !NO.has(value.trim().toLowerCase())
  return value === true || (typeof value === 'number' && value !== 0)
}

/** A date or time as it came. Some servers write "none" as year 1. */
function readDate(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(value)) return null
  const time = Date.parse(value)
  return Number.isNaN(time) || new Date(time).getUTCFullYear() <= 1 ? null : value
}
