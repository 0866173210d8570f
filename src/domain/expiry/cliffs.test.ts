import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import type { Token } from '#domain/token/token.ts'
import { DAY_MS } from '#domain/token/time.ts'
import { cliffsOf, fewestOfCliff } from './cliffs.ts'
import { expiryOf } from './expiry.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const time = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`
const after = (days: number) => time(NOW + days * DAY_MS)
const usedNow = { lastUsedOn: after(-1) }

const ending = (days: number, fields = {}) => testToken(`ends in ${days}`, { expiresOn: after(days), ...fields })
const together = (count: number, days: number, fields = {}) =>
  Array.from({ length: count }, (_, index) => testToken(`t${index}-${days}`, { expiresOn: after(days), ...fields }))
const cliffs = (tokens: Token[]) => cliffsOf(expiryOf(tokens, NOW), NOW)
const sizes = (tokens: Token[]) => cliffs(tokens).map(({ endings }) => endings.length)

test('five tokens in use that end within a day are a cliff', () => {
  const [cliff, ...others] = cliffs([...together(5, 40, usedNow), ...together(3, 40), ...together(60, 100, {})])
  expect(others).toEqual([])
  expect(cliff?.endings).toHaveLength(5)
  expect(time(cliff?.day.start ?? 0)).toBe('2027-01-05T00:00:00Z')
  expect(cliff?.day.count).toBe(5)
  expect(time(cliff?.week ?? 0)).toBe('2027-01-04T00:00:00Z')
})

test('tokens that were not used in seven days are no cliff, nor are ends more than a day apart', () => {
  expect(sizes(together(9, 40))).toEqual([])
  expect(sizes(together(9, 40, { lastUsedOn: after(-8) }))).toEqual([])
  const apart = [40, 41.1, 42.2, 43.3, 44.4, 45.5].map((days) => ending(days, usedNow))
  const many = [60, 80, 100, 120, 140, 160, 180, 200, 220, 240, 260, 280, 300, 320, 340, 360]
  expect(sizes([...apart, ...many.map((days) => ending(days, usedNow))])).toEqual([])
})

test('a tenth of the tokens in use is a cliff from three on, whether the others end or not', () => {
  expect(sizes(together(2, 40, usedNow))).toEqual([])
  expect(sizes(together(3, 40, usedNow))).toEqual([3])
  const spreadOut = Array.from({ length: 40 }, (_, index) => ending(45 + index * 8, usedNow))
  expect(sizes([...together(3, 40, usedNow), ...spreadOut])).toEqual([])
  const endless = Array.from({ length: 40 }, (_, index) => testToken(`never ${index}`, usedNow))
  expect(sizes([...together(3, 40, usedNow), ...endless])).toEqual([])
})

test('the more tokens an account has, the more of them make a cliff', () => {
  expect([0, 30, 31, 50, 600, 1000, 5000].map(fewestOfCliff)).toEqual([3, 3, 4, 5, 5, 9, 42])
})

test('two mornings of one week are two cliffs, and one in more than a year is one as well', () => {
  expect(sizes([...together(6, 40, usedNow), ...together(5, 43, usedNow), ...together(7, 800, usedNow)])).toEqual([
    6, 5, 7,
  ])
})

test('a cliff across midnight is one, on the day and in the week that have most of it', () => {
  const days = (text: string) => (Date.parse(text) - NOW) / DAY_MS
  const [cliff, ...others] = cliffs([
    ...together(3, days('2027-01-10T23:00:00Z'), usedNow),
    ...together(4, days('2027-01-11T02:00:00Z'), usedNow),
  ])
  expect(others).toEqual([])
  expect(cliff?.endings).toHaveLength(7)
  expect([time(cliff?.day.start ?? 0), cliff?.day.count]).toEqual(['2027-01-11T00:00:00Z', 4])
  expect(time(cliff?.week ?? 0)).toBe('2027-01-11T00:00:00Z')
})

test('each cliff is within a day and large enough, no token is in two, and none is left out', () => {
  const ends = fc.record({ hours: fc.integer({ min: 1, max: 9000 }), isInUse: fc.boolean() })
  fc.assert(
    fc.property(fc.array(ends, { maxLength: 60 }), (all) => {
      const tokens = all.map(({ hours, isInUse }, index) =>
        testToken(`t${index}`, { expiresOn: after(hours / 24), ...(isInUse && usedNow) }),
      )
      const expiry = expiryOf(tokens, NOW)
      const inUse = [...expiry.weeks.flatMap(({ endings }) => endings), ...expiry.later].filter((one) => one.isInUse)
      const enough = fewestOfCliff(inUse.length)
      const found = cliffsOf(expiry, NOW)
      const taken = found.flatMap(({ endings }) => endings)
      expect(new Set(taken).size).toBe(taken.length)
      for (const { endings, day } of found) {
        expect(endings.length).toBeGreaterThanOrEqual(enough)
        expect((endings.at(-1)?.at ?? 0) - (endings[0]?.at ?? 0)).toBeLessThanOrEqual(DAY_MS)
        expect(day.count * 2).toBeGreaterThanOrEqual(endings.length)
      }
      const left = inUse.filter((one) => !taken.includes(one))
      for (const { at } of left)
        expect(left.filter((one) => one.at >= at && one.at <= at + DAY_MS).length).toBeLessThan(enough)
    }),
  )
})
