import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import { DAY_MS } from '#domain/token/time.ts'
import { daysToSpread, spread, spreadUpTo } from './spread.ts'
import { withinHours } from './working-hours.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')

const ending = (id: string, at: number) => testToken(id, { expiresOn: new Date(at).toISOString() })

test('ends are spread over the days before, at their time of the day', () => {
  const at = Date.parse('2027-01-04T08:30:00Z')
  const moved = spread(
    ['a', 'b', 'c', 'd'].map((id) => ending(id, at)),
    8,
    NOW,
  )
  expect(Object.fromEntries(moved)).toEqual({
    a: '2026-12-29T08:30:00Z',
    b: '2026-12-31T08:30:00Z',
    c: '2027-01-02T08:30:00Z',
  })
})

test('nothing ends later than before, and nothing within three days', () => {
  const days = fc.double({ min: 0.01, max: 400, noNaN: true })
  const hours = fc.constantFrom(null, { from: 9, to: 17 })
  fc.assert(
    fc.property(
      fc.array(days, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 60 }),
      hours,
      (ends, over, hours) => {
        const endings = ends.map((end, index) => ending(String(index), NOW + Math.floor(end * DAY_MS)))
        for (const [id, text] of spread(endings, over, NOW, hours)) {
          const before = Date.parse(endings.find((token) => token.id === id)?.expiresOn ?? '')
          expect(Date.parse(text)).toBeLessThan(before)
          // Whole seconds.
          expect(Date.parse(text)).toBeGreaterThan(NOW + 3 * DAY_MS - 1000)
        }
      },
    ),
  )
})

/** How many of them are on the fullest day. */
function most(ends: Iterable<string>): number {
  const days = [...ends].map((end) => end.slice(0, 10))
  return Math.max(...days.map((day) => days.filter((other) => other === day).length))
}

test('where there is less time than days, they are spread over what there is', () => {
  const at = Date.parse('2026-12-04T08:30:00Z')
  const tokens = Array.from({ length: 9 }, (_, index) => ending(String(index), at))
  const moved = spread(tokens, 28, NOW)
  expect(most(tokens.map(({ id, expiresOn }) => moved.get(id) ?? expiresOn ?? ''))).toBeLessThanOrEqual(3)
})

test('tokens end one after the other up to a date, and not within three days', () => {
  const tokens = ['a', 'b', 'c', 'd'].map((id) => ending(id, NOW))
  const end = Date.parse('2027-01-04T08:30:00Z')
  expect(Object.fromEntries(spreadUpTo(end, tokens, 8, NOW))).toEqual({
    a: '2026-12-29T08:30:00Z',
    b: '2026-12-31T08:30:00Z',
    c: '2027-01-02T08:30:00Z',
    d: '2027-01-04T08:30:00Z',
  })
  const near = spreadUpTo(NOW + 7 * DAY_MS, tokens, 28, NOW)
  expect([...near.values()].every((text) => Date.parse(text) >= NOW + 3 * DAY_MS)).toBe(true)
  expect(most(near.values())).toBe(1)
  expect(new Set(spreadUpTo(NOW + DAY_MS, tokens, 28, NOW).values()).size).toBe(1)
})

test('the more tokens end together, the more days they are spread over at first', () => {
  const at = Date.parse('2027-01-04T08:30:00Z')
  const together = (amount: number, end = at) =>
    Array.from({ length: amount }, (_, index) => ending(String(index), end))
  expect([3, 7, 12, 30, 300].map((amount) => daysToSpread(together(amount), NOW))).toEqual([7, 7, 14, 28, 28])
  // No more days are left.
  expect(daysToSpread(together(7, NOW + 4 * DAY_MS), NOW)).toBe(28)
})

test('with working hours, no token ends at night or on a weekend unless that is within three days', () => {
  const hours = { from: 9, to: 17 }
  // A Sunday.
  const at = Date.parse('2027-01-03T03:30:00Z')
  const tokens = Array.from({ length: 9 }, (_, index) => ending(String(index), at))
  const ends = [...spread(tokens, 14, NOW, hours).values(), ...spreadUpTo(at, tokens, 14, NOW, hours).values()]
  expect(ends.length).toBeGreaterThan(9)
  for (const end of ends) expect(withinHours(Date.parse(end), hours)).toBe(Date.parse(end))
  // The Sunday after now.
  const soon = Date.parse('2026-11-29T12:00:00Z') + 1000
  expect([...spreadUpTo(soon, tokens, 7, NOW, hours).values()]).toEqual(Array(9).fill('2026-11-29T12:00:01Z'))
})
