import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scaleOf } from './scale.ts'

test.each([
  [0, 1, 1],
  [4, 1, 4],
  [5, 2, 6],
  [27, 10, 30],
  [54, 20, 60],
  [5000, 2000, 6000],
])('a chart of %d has a line for each %d up to %d', (most, step, top) => {
  expect(scaleOf(most)).toEqual({ step, top })
})

test('no bar is higher than the chart, which has few lines', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), (most) => {
      const { step, top } = scaleOf(most)
      expect(top).toBeGreaterThanOrEqual(most)
      expect(top / step).toBeLessThanOrEqual(4)
      expect(Number.isInteger(top / step)).toBe(true)
    }),
  )
})
