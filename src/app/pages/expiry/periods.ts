import { WEEK_MS, type Ending, type Expiry } from '#domain/expiry/expiry.ts'
import { wasUsedLately } from '#domain/token/confirmation.ts'
import { formatDate } from '#app/ui/format-time.ts'

/** A part of the chart and a group of the list. */
export type Period = {
  /** In the address. */
  key: string
  title: string
  /** What it covers, where the title does not say it. */
  hint?: string
  /** Without an end, for tokens that never expire. */
  endings: (Omit<Ending, 'at'> & { at: number | null })[]
}

export type Periods = { overdue: Period; weeks: Period[]; later: Period; never: Period; unreadable: Period }

/** "4 Jan 2027". */
export const dateOf = (ms: number): string => formatDate(new Date(ms).toISOString())

/** The key of a week, by its first moment. */
export const weekKey = (start: number): string => new Date(start).toISOString().slice(0, 10)

/** The parts of a year in words. With `onlyInUse`, of the tokens used in the last seven days. */
export function periodsOf(expiry: Expiry, onlyInUse: boolean, now: number): Periods {
  const period = (key: string, title: string, endings: Period['endings'], hint?: string): Period => ({
    key,
    title,
    ...(hint && { hint }),
    endings: onlyInUse ? endings.filter(({ isInUse }) => isInUse) : endings,
  })
  const withoutEnd = (tokens: Expiry['never']) =>
    tokens.map((token) => ({ token, at: null, isInUse: wasUsedLately(token, now) }))
  return {
    overdue: period('overdue', 'Overdue', expiry.overdue, 'Expired in the last 14 days and in use until then'),
    weeks: expiry.weeks.map(({ start, endings }, index) => {
      const range = `${dateOf(start)} – ${dateOf(start + WEEK_MS - 1)}`
      const key = weekKey(start)
      if (index === 0) return period(key, 'This week', endings, range)
      if (index === 1) return period(key, 'Next week', endings, range)
      return period(key, `Week of ${dateOf(start)}`, endings)
    }),
    later: period('later', 'Later', expiry.later, 'In more than a year'),
    never: period('never', 'Never', withoutEnd(expiry.never)),
    unreadable: period('unknown', 'Unknown', withoutEnd(expiry.unreadable), 'The expiration can’t be read'),
  }
}

export const allPeriods = ({ overdue, weeks, later, never, unreadable }: Periods): Period[] =>
  [overdue, ...weeks, later, unreadable, never].filter(({ endings }) => endings.length > 0)
