import { hclQuote } from '#domain/text/quote.ts'

/** JSON of this depth is no policy of anybody, and each level is a call. */
const MAX_DEPTH = 100

/** Any JSON as an expression of HCL that has the same value. Keys are in order. */
export function hclValue(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) throw new RangeError('Too deep for an expression')
  if (typeof value === 'string') return hclQuote(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `[${value.map((item) => hclValue(item, depth + 1)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return 'null'
  const entries = byKey(Object.entries(value)).map(([key, inner]) => `${hclKey(key)} = ${hclValue(inner, depth + 1)}`)
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}'
}

export const hclKey = (key: string): string => hclQuote(key)

export const byKey = <Value>(entries: [string, Value][]): [string, Value][] =>
  entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
