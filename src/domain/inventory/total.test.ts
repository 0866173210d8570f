import fc from 'fast-check'
import { expect, test } from 'vitest'
import { totalOf } from './total.ts'

const full = { page: 1, perPage: 20, count: 20 }

test('a whole number that fits what came is the total', () => {
  expect(totalOf(137, full)).toEqual({ totalCount: 137, isCounted: true })
  expect(totalOf(20, full)).toEqual({ totalCount: 20, isCounted: true })
  expect(totalOf(0, { ...full, count: 0 })).toEqual({ totalCount: 0, isCounted: true })
})

test.each([undefined, null, '137', -1, 81096435.62, Number.NaN, Infinity, 1e15, 19, {}, [137], true])(
  'beside a full page %s says nothing, so there may be more',
  (said) => {
    expect(totalOf(said, full)).toEqual({ totalCount: 20, isCounted: false })
  },
)

test('a page that is not full is the last one, where the total says nothing', () => {
  expect(totalOf(null, { page: 3, perPage: 20, count: 7 })).toEqual({ totalCount: 47, isCounted: true })
  expect(totalOf(-5, { ...full, count: 0 })).toEqual({ totalCount: 0, isCounted: true })
  expect(totalOf(null, { page: 3, perPage: 20, count: 0 })).toEqual({ totalCount: 0, isCounted: false })
})

test('whatever is said, the total is a whole number and no less than what came', () => {
  const came = fc.record({ page: fc.integer({ min: 1, max: 500 }), count: fc.integer({ min: 0, max: 50 }) })
  fc.assert(
    fc.property(fc.anything(), came, (said, { page, count }) => {
      const { totalCount } = totalOf(said, { page, perPage: 50, count })
      expect(Number.isSafeInteger(totalCount)).toBe(true)
      expect(totalCount).toBeGreaterThanOrEqual(count === 0 ? 0 : (page - 1) * 50 + count)
    }),
  )
})
