import { daysOf, WEEK_MS, type Ending, type Expiry } from '#domain/expiry/expiry.ts'
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

/** `columns` are weeks or days. */
export type Periods = { overdue: Period; columns: Period[]; later: Period; never: Period; unreadable: Period }

/** "4 Jan 2027". */
export const dateOf = (ms: number): string => formatDate(new Date(ms).toISOString())

/** The key of a week or day, by its first moment. */
export const keyOf = (start: number): string => new Date(start).toISOString().slice(0, 10)

/** A label needs three weeks. */
const LABEL_WEEKS = 3

/** The label below the first week of a month, where "Now" and the end of the chart leave room for it. January is the year. */
export function monthLabel(weeks: Period[], index: number): string | null {
  if (index === 0) return 'Now'
  const [key, before] = [weeks[index]?.key, weeks[index - 1]?.key]
  const hasRoom = index >= LABEL_WEEKS && index <= weeks.length - LABEL_WEEKS
  if (!key || !hasRoom || key.slice(0, 7) === before?.slice(0, 7)) return null
  const [, name = '', year = ''] = formatDate(key).split(' ')
  return name === 'Jan' ? year : name
}

/** A year by week, or its next weeks by day. */
export type Zoom = 'week' | 'day'

/** The parts of a year in words. With `onlyInUse`, of the tokens used in the last seven days. */
export function periodsOf(expiry: Expiry, zoom: Zoom, onlyInUse: boolean, now: number): Periods {
  const period = (key: string, title: string, endings: Period['endings'], hint?: string): Period => ({
    key,
    title,
    ...(hint && { hint }),
    endings: onlyInUse ? endings.filter(({ isInUse }) => isInUse) : endings,
  })
  const withoutEnd = (tokens: Expiry['never']) =>
    tokens.map((token) => ({ token, at: null, isInUse: wasUsedLately(token, now) }))
  const { days, later } = daysOf(expiry, now)
  return {
    overdue: period('overdue', 'Overdue', expiry.overdue, 'Expired in the last 14 days and in use until then'),
    columns:
      zoom === 'day'
        ? days.map(({ start, endings }, index) => {
            if (index === 0) return period(keyOf(start), 'Today', endings, 'UTC')
            if (index === 1) return period(keyOf(start), 'Tomorrow', endings, dateOf(start))
            return period(keyOf(start), dateOf(start), endings)
          })
        : expiry.weeks.map(({ start, endings }, index) => {
            const range = `${dateOf(start)} – ${dateOf(start + WEEK_MS - 1)}`
            if (index === 0) return period(keyOf(start), 'This week', endings, range)
            if (index === 1) return period(keyOf(start), 'Next week', endings, range)
            return period(keyOf(start), `Week of ${dateOf(start)}`, endings)
          }),
    later:
      zoom === 'day'
        ? period('later', 'Later', later, 'In more than eight weeks')
        : period('later', 'Later', expiry.later, 'In more than a year'),
    never: period('never', 'Never', withoutEnd(expiry.never)),
    unreadable: period('unknown', 'Unknown', withoutEnd(expiry.unreadable), 'The expiration can’t be read'),
  }
}

export const allPeriods = ({ overdue, columns, later, never, unreadable }: Periods): Period[] => [
  overdue,
  ...columns,
  later,
  unreadable,
  never,
]

/** The period of a key; a day after the last column is later. */
export function periodAt(periods: Periods, key: string): Period | null {
  const isAfter = /^\d{4}-\d\d-\d\d$/.test(key) && key > (periods.columns.at(-1)?.key ?? key)
  return allPeriods(periods).find((period) => period.key === key) ?? (isAfter ? periods.later : null)
}
