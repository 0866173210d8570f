import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hoursText, readHours, withinHours } from './working-hours.ts'

const hours = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 24 }))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from, to }))

const SUNDAY = 0
const SATURDAY = 6

const isWithin = (at: number, { from, to }: { from: number; to: number }) => {
  const date = new Date(at)
  const day = date.getDay()
  return day !== SUNDAY && day !== SATURDAY && date.getHours() >= from && date.getHours() < to
}

/** Of two years, with their changes of clocks where the time zone of the tests has some. */
const time = fc.integer({ min: Date.UTC(2026, 0, 1) / 1000, max: Date.UTC(2028, 0, 1) / 1000 }).map((s) => s * 1000)

const MINUTE_MS = 60_000
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS

/** Minute by minute back to the working hours before, and on to when they began. */
function found(at: number, wanted: { from: number; to: number }): number {
  if (isWithin(at, wanted)) return at
  let minute = Math.floor(at / MINUTE_MS) * MINUTE_MS
  const end = minute - WEEK_MS
  while (!isWithin(minute, wanted) && minute > end) minute -= MINUTE_MS
  const last = new Date(minute).getDate()
  while (isWithin(minute - MINUTE_MS, wanted) && new Date(minute - MINUTE_MS).getDate() === last) minute -= MINUTE_MS
  return minute
}

test('an end is within working hours, as late as their last beginning, and never later than wanted', () => {
  fc.assert(
    fc.property(time, hours, (at, wanted) => {
      const moved = withinHours(at, wanted)
      expect(moved).toBe(found(at, wanted))
      expect(moved).toBeLessThanOrEqual(at)
    }),
    { numRuns: 300 },
  )
})

const local = (text: string) => new Date(text).getTime()

test.each([
  ['a Saturday', '2026-11-28T14:30:00', '2026-11-27T09:00:00'],
  ['a Sunday', '2026-11-29T03:00:00', '2026-11-27T09:00:00'],
  ['a Monday before work', '2026-11-30T08:59:59', '2026-11-27T09:00:00'],
  ['an evening', '2026-11-26T17:00:00', '2026-11-26T09:00:00'],
  ['an hour of work', '2026-11-26T16:59:59', '2026-11-26T16:59:59'],
])('%s', (_, at, moved) => {
  expect(withinHours(local(at), { from: 9, to: 17 })).toBe(local(moved))
  expect(withinHours(local(at), null)).toBe(local(at))
})

test('hours are read as people write them, and back', () => {
  fc.assert(
    fc.property(hours, (wanted) => {
      expect(readHours(hoursText(wanted))).toEqual({ hours: wanted })
    }),
  )
  expect(readHours(' 9 - 17 ')).toEqual({ hours: { from: 9, to: 17 } })
  expect(readHours('09:00–17:00')).toEqual({ hours: { from: 9, to: 17 } })
  expect(readHours('')).toEqual({ hours: null })
  expect(['17–9', '9–9', '9–25', '9', 'nine to five', '9:30–17:00', '-9–17', '9.5–17'].map(readHours)).toEqual(
    Array(8).fill(null),
  )
})
