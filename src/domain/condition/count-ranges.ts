import type { Condition } from './condition.ts'
import { count } from '#domain/text/plural.ts'

/** "Anywhere", "2 ranges", "2 ranges, 1 exception", "Anywhere but 1 range", "Limit not readable": what is written, counted. */
export function countRanges({ allowed, exceptions, isOdd }: Condition): string {
  if (isOdd) return 'Limit not readable'
  if (allowed.length === 0)
    return exceptions.length === 0 ? 'Anywhere' : `Anywhere but ${count(exceptions.length, 'range')}`
  const from = count(allowed.length, 'range')
  return exceptions.length === 0 ? from : `${from}, ${count(exceptions.length, 'exception')}`
}
