import { hclQuote } from '#domain/text/quote.ts'

/** No real policy is nested this deeply, and each level is a recursive call. */
const MAX_DEPTH = 100

/** Any JSON as an HCL expression with the same value. Keys keep their order. */
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
