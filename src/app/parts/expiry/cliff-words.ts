import type { Cliff } from '#domain/expiry/cliffs.ts'
import { grouped } from '#domain/text/plural.ts'
import { dateOf } from './periods.ts'

/** The numbers, from 1, of the cliffs that are there: "2", "2–3". `null` where there is none. */
export function cliffNumbers(cliffs: readonly Cliff[], isThere: (cliff: Cliff) => boolean): string | null {
  const first = cliffs.findIndex(isThere) + 1
  const last = cliffs.findLastIndex(isThere) + 1
  if (first === 0) return null
  return first === last ? grouped(first) : `${grouped(first)}–${grouped(last)}`
}

/** What a bar has besides its tokens: ", cliff 2", ", cliffs 2–3", or nothing. */
export const cliffsOfBar = (numbers: string | null): string =>
  numbers === null ? '' : `, ${numbers.includes('–') ? 'cliffs' : 'cliff'} ${numbers}`

/** When the tokens of a cliff expire: "on 4 Jan 2027", "within 24 hours of each other, 6 of them on 4 Jan 2027". */
export const cliffDay = ({ endings, day }: Cliff): string =>
  day.count === endings.length
    ? `on ${dateOf(day.start)}`
    : `within 24 hours of each other, ${grouped(day.count)} of them on ${dateOf(day.start)}`
