import fc from 'fast-check'
import { expect, test } from 'vitest'
import { count, firstTwo, grouped } from './plural.ts'

test('thousands are grouped as the platform does it', () => {
  fc.assert(
    fc.property(fc.nat(), (amount) => {
      expect(grouped(amount)).toBe(new Intl.NumberFormat('en').format(amount))
    }),
    { examples: [[0], [999], [1000], [1_000_000]] },
  )
})

test.each([
  [0, '0 tokens'],
  [1, '1 token'],
  [1200, '1,200 tokens'],
])('%i is counted as %s', (amount, words) => {
  expect(count(amount, 'token')).toBe(words)
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and 1 other'],
  [['a', 'b', 'c', 'd'], 'a, b and 2 others'],
])('of %j, two are named', (names, words) => {
  expect(firstTwo(names)).toBe(words)
})
