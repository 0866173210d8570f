import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDate, formatDateTimeUtc, formatRelative, isTime } from './format-time.ts'

const NOW = Date.parse('2026-05-28T12:00:00Z')
const at = (ms: number) => new Date(ms).toISOString()
const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000]

const date = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
const moment = fc.integer({ min: Date.parse('1970-01-01T00:00:00Z'), max: Date.parse('2199-12-31T23:59:59Z') })

test('a date has the day, month and year that the platform gives it', () => {
  fc.assert(
    fc.property(moment, (ms) => {
      const part = Object.fromEntries(date.formatToParts(ms).map(({ type, value }) => [type, value]))
      expect(formatDate(at(ms))).toBe(`${part['day']} ${part['month']} ${part['year']}`)
    }),
  )
})

test('a distance of hours or days is in the words the platform has for it', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60 * DAY, max: 60 * DAY }), (distance) => {
      const size = Math.abs(distance)
      fc.pre(size >= MINUTE)
      const [unit, ms] =
        size < HOUR ? (['minute', MINUTE] as const) : size < DAY ? (['hour', HOUR] as const) : (['day', DAY] as const)
      expect(formatRelative(at(NOW + distance), NOW)).toBe(relative.format(Math.trunc(distance / ms), unit))
    }),
  )
})

test.each([
  [NOW - 59_999, 'just now'],
  [NOW - MINUTE, '1 minute ago'],
  [NOW + 23 * HOUR, 'in 23 hours'],
  [NOW + DAY, 'tomorrow'],
  [NOW - 2 * DAY + 1, 'yesterday'],
  [NOW - 60 * DAY, '60 days ago'],
  [NOW - 61 * DAY, '28 Mar 2026'],
])('%d is “%s”', (ms, words) => {
  expect(formatRelative(at(ms), NOW)).toBe(words)
})

test('the full time is UTC and says so', () => {
  expect(formatDateTimeUtc('2027-01-24T01:05:09+01:00')).toBe('24 Jan 2027, 00:05 UTC')
})

test.each([
  [-5 * MINUTE, '5 min ago'],
  [-HOUR, '1 h ago'],
  [3 * DAY, 'in 3 d'],
  [-1.5 * DAY, 'yesterday'],
  [-61 * DAY, formatDate(at(NOW - 61 * DAY))],
])('in a column, a distance of %d ms is short: %s', (distance, words) => {
  expect(formatRelative(at(NOW + distance), NOW, true)).toBe(words)
})

test.each([
  ['2028-02-29T00:00:00Z', true],
  ['2026-11-23T12:00:00.5+01:00', true],
  ['9999-12-31T23:59:59Z', true],
  ['2027-02-29T00:00:00Z', false],
  ['2027-04-31T10:00:00+02:00', false],
  ['9999-12-31T23:59:59-08:00', false],
  ['2027-02-28T24:00:00Z', false],
  ['none 1', false],
])('that %s is a time is %s', (text, expected) => {
  expect(isTime(text)).toBe(expected)
})
