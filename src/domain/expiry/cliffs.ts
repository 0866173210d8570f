import { DAY_MS, type Ending, type Expiry, type Week } from './expiry.ts'

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
  week: Week
  /** The tokens in use that end within a day of each other. */
  inUse: Ending[]
  /** The UTC day of the week on which most of its tokens end, in ms since 1970, and how many. */
  day: { start: number; count: number }
}

/**
 * The weeks with a cliff, in order: five tokens in use, or a tenth of them, end within 24 hours. A cliff belongs to the
 * week in which it begins.
 */
export function cliffsOf({ weeks, later }: Pick<Expiry, 'weeks' | 'later'>): Cliff[] {
  const inUse = [...weeks.flatMap(({ endings }) => endings), ...later].filter((ending) => ending.isInUse)
  const enough = fewestOfCliff(inUse.length)
  // Both are in the order of time: of the endings in use, those within a day of the one looked at are a range that only
  // moves on.
  let from = 0
  let to = 0
  return weeks.flatMap((week) => {
    let largest: [from: number, to: number] = [0, 0]
    for (const { at } of week.endings) {
      while ((inUse[from]?.at ?? Infinity) < at) from += 1
      while ((inUse[to]?.at ?? Infinity) <= at + DAY_MS) to += 1
      if (to - from > largest[1] - largest[0]) largest = [from, to]
    }
    const within = inUse.slice(...largest)
    return within.length >= enough ? [{ week, inUse: within, day: busiestDay(week) }] : []
  })
}

function busiestDay({ start, endings }: Week): Cliff['day'] {
  const counts = Array.from({ length: 7 }, () => 0)
  for (const { at } of endings) {
    const day = Math.floor((at - start) / DAY_MS)
    counts[day] = (counts[day] ?? 0) + 1
  }
  const count = Math.max(...counts)
  return { start: start + counts.indexOf(count) * DAY_MS, count }
}
