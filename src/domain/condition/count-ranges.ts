import type { Condition } from './condition.ts'
import { count } from '#domain/text/plural.ts'

/** The words for no limit. */
export const ANY_IP = 'Any IP address'

/** "2 ranges", "2 ranges, 1 blocked", "All IPs except 1 range", "Unreadable": what is written, counted. */
export function countRanges({ allowed, exceptions, isOdd }: Condition): string {
  if (isOdd) return 'Unreadable'
  if (allowed.length === 0)
    return exceptions.length === 0 ? ANY_IP : `All IPs except ${count(exceptions.length, 'range')}`
  const from = count(allowed.length, 'range')
  return exceptions.length === 0 ? from : `${from}, ${exceptions.length} blocked`
}
