import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CatalogueProduct } from '#domain/permission-groups/catalogue.ts'
import { ACCOUNT_SCOPE } from '#domain/permission-groups/permission-group.ts'
import { byCategory, findRows, nextDrawn } from './picked-rows.ts'

const GROUP = { category: null, description: null, isSelectable: true, deprecation: null }

const CATALOGUE = Array.from({ length: 6 }, (_, at) => ({
  id: String(at),
  label: `Category ${at}`,
  products: Array.from({ length: 8 }, (_row, row) => product(`${at}-${row}`)),
}))
const PRODUCTS = CATALOGUE.flatMap(({ products }) => products)
const some = fc.subarray(PRODUCTS).map((products) => new Set(products))

/** Its one group has the same id. */
function product(key: string): CatalogueProduct {
  const group = { ...GROUP, id: key, name: key, scopes: [ACCOUNT_SCOPE] }
  return { key, name: key, scope: ACCOUNT_SCOPE, groups: [{ group, level: '' }] }
}

const rowsOf = (products: Iterable<CatalogueProduct>) =>
  findRows(CATALOGUE, new Set(Array.from(products, ({ key }) => key)))
const productsOf = (rows: { product: CatalogueProduct }[]) => rows.map((row) => row.product)

test('the first rows are those on top, over all categories', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), (most) => {
      const first = byCategory(rowsOf(PRODUCTS).slice(0, most))
      expect(productsOf(first.flatMap(({ rows }) => rows))).toEqual(PRODUCTS.slice(0, most))
      expect(first.every(({ rows }) => rows.length > 0)).toBe(true)
      expect(first.every(({ category, rows }) => rows.every((row) => category.products.includes(row.product)))).toBe(
        true,
      )
    }),
  )
})

test('every frame keeps what stands, has at most ten new rows, and the last one has them all', () => {
  fc.assert(
    fc.property(some, some, (kept, before) => {
      const wanted = rowsOf(kept)
      expect(productsOf(wanted)).toEqual([...kept])
      let drawn: ReadonlySet<CatalogueProduct> = before
      for (let frame = 0; frame < 5; frame += 1) {
        const next = nextDrawn(wanted, drawn)
        const standing = [...drawn].filter((one) => kept.has(one))
        expect(standing.every((one) => next.has(one))).toBe(true)
        expect(next.size).toBe(Math.min(standing.length + 10, kept.size))
        drawn = next
      }
      expect(wanted.filter((row) => drawn.has(row.product))).toEqual(wanted)
    }),
  )
})
