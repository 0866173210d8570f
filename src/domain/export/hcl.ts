import { hclQuote } from '#domain/text/quote.ts'

/** Any JSON as an HCL expression with the same value. Keys keep their order. */
export function hclValue(value: unknown): string {
  if (typeof value === 'string') return hclQuote(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `[${value.map(hclValue).join(', ')}]`
  if (typeof value !== 'object' || value === null) return 'null'
  const entries = byKey(Object.entries(value)).map(([key, inner]) => `${hclKey(key)} = ${hclValue(inner)}`)
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}'
}

export const hclKey = (key: string): string => hclQuote(key)

export const byKey = <Value>(entries: [string, Value][]): [string, Value][] =>
  entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
