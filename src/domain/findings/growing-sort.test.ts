import fc from 'fast-check'
import { expect, test } from 'vitest'
import { growingSort } from './growing-sort.ts'

type Item = { size: number; id: number }
const compare = (a: Item, b: Item) => a.size - b.size || a.id - b.id

test('sorts any lists one after the other, as sorting each by itself does', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 })
  fc.assert(
    fc.property(sizes, fc.array(fc.array(fc.nat({ max: 39 })), { minLength: 1, maxLength: 6 }), (all, picks) => {
      const items = all.map((size, id) => ({ size, id }))
      const sort = growingSort(compare)
      for (const pick of picks) {
        const list = [...new Set(pick)].flatMap((at) => items[at] ?? [])
        expect(sort(list)).toEqual(list.toSorted(compare))
      }
    }),
  )
})

test('takes few comparisons for what was sorted before', () => {
  let compared = 0
  const sort = growingSort((a: Item, b: Item) => {
    compared += 1
    return compare(a, b)
  })
  const items = Array.from({ length: 1000 }, (_, id) => ({ size: (id * 7919) % 1000, id }))
  sort(items.slice(0, 990))
  compared = 0
  sort(items)
  expect(compared).toBeLessThan(1200)
})
