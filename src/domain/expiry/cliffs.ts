import { wasUsedLately } from '#domain/token/confirmation.ts'
import { DAY_MS } from '#domain/token/time.ts'
import { weekOf, type Ending, type Expiry } from './expiry.ts'

const MANY = 5
const SHARE = 0.1
const FEWEST = 3
/** As many times as an ordinary day has when ends are spread over a year. */
const ABOVE_AVERAGE = 3

/**
 * So many tokens that end within a day are a cliff: five, or a tenth of all that are in use and at least three. In an
 * account of thousands five end every day, so it takes three times as many as on an ordinary day.
 */
export const fewestOfCliff = (inUse: number): number =>
  Math.max(Math.min(MANY, Math.max(FEWEST, Math.ceil(inUse * SHARE))), Math.ceil((inUse * ABOVE_AVERAGE) / 365))

/** Many tokens that stop working on one morning. */
export type Cliff = {
  /** The tokens in use that end within 24 hours of each other, in the order of time. */
  endings: Ending[]
  /** The UTC day on which most of them end, in ms since 1970, and how many. */
  day: { start: number; count: number }
  /** Monday, 00:00 UTC, of the week of that day. */
  week: number
}

/**
 * What ends together, in the order of time: the most tokens in use that end within 24 hours, and then of those before
 * and after them, as long as they are enough (rule T12). In use is what was used in the last seven days of `now`,
 * in ms since 1970.
 */
export function cliffsOf({ weeks, later, never, unreadable }: Omit<Expiry, 'overdue'>, now: number): Cliff[] {
  const ending = [...weeks.flatMap(({ endings }) => endings), ...later].filter(({ isInUse }) => isInUse)
  const endless = [...never, ...unreadable].filter((token) => wasUsedLately(token, now))
  return endingTogether(ending, fewestOfCliff(ending.length + endless.length)).map((endings) => {
    const day = busiestDay(endings)
    return { endings, day, week: weekOf(day.start) }
  })
}

function endingTogether(inUse: Ending[], enough: number): Ending[][] {
  const [from, to] = mostWithinADay(inUse)
  if (to - from < enough) return []
  return [
    ...endingTogether(inUse.slice(0, from), enough),
    inUse.slice(from, to),
    ...endingTogether(inUse.slice(to), enough),
  ]
}

/** As a range of what is in the order of time. */
export function mostWithinADay(inUse: readonly { at: number }[]): [from: number, to: number] {
  let most: [from: number, to: number] = [0, 0]
  let to = 0
  for (const [from, { at }] of inUse.entries()) {
    while ((inUse[to]?.at ?? Infinity) <= at + DAY_MS) to += 1
    if (to - from > most[1] - most[0]) most = [from, to]
  }
  return most
}

/** Of endings within 24 hours, which are on two days at most: that of the middle one. */
function busiestDay(endings: readonly Ending[]): Cliff['day'] {
  const days = endings.map(({ at }) => Math.floor(at / DAY_MS) * DAY_MS)
  const start = days[Math.floor((days.length - 1) / 2)] ?? 0
  return { start, count: days.filter((day) => day === start).length }
}
