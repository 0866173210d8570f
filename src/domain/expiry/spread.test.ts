import fc from 'fast-check'
import { expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import { DAY_MS } from './expiry.ts'
import { spread } from './spread.ts'

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
  fc.assert(
    fc.property(fc.array(days, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 60 }), (ends, over) => {
      const endings = ends.map((end, index) => ending(String(index), NOW + Math.floor(end * DAY_MS)))
      for (const [id, text] of spread(endings, over, NOW)) {
        const before = Date.parse(endings.find((token) => token.id === id)?.expiresOn ?? '')
        expect(Date.parse(text)).toBeLessThan(before)
        // Whole seconds.
        expect(Date.parse(text)).toBeGreaterThan(NOW + 3 * DAY_MS - 1000)
      }
    }),
  )
})
