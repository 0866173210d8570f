import { expect, test } from 'vitest'
import { shippedMap } from './shipped-map.ts'
import { includesRead } from '#domain/reach/read-in-write.ts'

const { operations } = await shippedMap()

/** Products with an operation that their Read allows and their Write does not, of all that have both. */
function productsApart(): string[] {
  const named = new Set(operations.flatMap(({ groups }) => groups))
  const products = [...named].flatMap((name) => {
    const product = name.endsWith(' Read') ? name.slice(0, -' Read'.length) : null
    return product !== null && named.has(`${product} Write`) ? [product] : []
  })
  expect(products.length).toBeGreaterThan(50)
  return products.filter((product) =>
    operations.some(({ groups }) => groups.includes(`${product} Read`) && !groups.includes(`${product} Write`)),
  )
}

test('a Write includes its Read only where every operation says so', () => {
  const apart = productsApart()
  expect(apart).toContain('Zone')
  expect(apart.filter((product) => includesRead({ product, level: 'Write' }))).toEqual([])
})

test.each([
  ['DNS', 'Write', true],
  ['DNS', 'Edit', true],
  ['DNS', 'Read', false],
  ['Zone', 'Write', false],
  ['Logs', 'Write', false],
  ['Zero Trust: PII', 'Write', false],
])('%s %s', (product, level, expected) => {
  expect(includesRead({ product, level })).toBe(expected)
})
