import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CatalogueProduct } from '#domain/permission-groups/catalogue.ts'
import { ACCOUNT_SCOPE } from '#domain/permission-groups/permission-group.ts'
import { drawnRows, firstRows, nextDrawn, productsOf, type PickedCategory } from './picked-rows.ts'

const ALL: PickedCategory[] = Array.from({ length: 6 }, (_, at) => {
  const products = Array.from({ length: 8 }, (_, row): CatalogueProduct => {
    return { key: `${at}-${row}`, name: `Product ${at}-${row}`, scope: ACCOUNT_SCOPE, groups: [] }
  })
  return {
    category: { id: String(at), label: `Category ${at}`, products },
    rows: products.map((product) => ({ product, ids: [product.key] })),
  }
})
const PRODUCTS = productsOf(ALL)

const some = fc.subarray(PRODUCTS).map((products) => new Set(products))

test('the first rows are those on top, over all categories', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), (most) => {
      const first = firstRows(ALL, most)
      expect(productsOf(first)).toEqual(PRODUCTS.slice(0, most))
      expect(first.every(({ rows }) => rows.length > 0)).toBe(true)
    }),
  )
})

test('every frame keeps what stands, has at most ten new rows, and the last one has them all', () => {
  fc.assert(
    fc.property(some, some, (kept, before) => {
      const wanted = drawnRows(ALL, kept)
      let drawn: ReadonlySet<CatalogueProduct> = before
      for (let frame = 0; frame < 5; frame += 1) {
        const next = nextDrawn(wanted, drawn)
        const standing = [...drawn].filter((product) => kept.has(product))
        expect(standing.every((product) => next.has(product))).toBe(true)
        expect(next.size).toBe(Math.min(standing.length + 10, kept.size))
        drawn = next
      }
      expect(drawnRows(wanted, drawn)).toEqual(wanted)
    }),
  )
})
