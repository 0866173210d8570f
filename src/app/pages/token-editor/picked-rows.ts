import type { CatalogueCategory, CatalogueProduct } from '#domain/permission-groups/catalogue.ts'

/** A product, and those of its groups that are shown. */
type PickedRow = { category: CatalogueCategory; product: CatalogueProduct; ids: string[] }

/** A category with some of its rows. */
export type PickedCategory = { category: CatalogueCategory; rows: PickedRow[] }

/** Measured: as many new rows, and what else comes with them, take a slow laptop less than 50 ms to lay out and paint. */
const STEP = 10

/** What a filter lets through, from the top to the bottom. */
export const findRows = (catalogue: CatalogueCategory[], shown: ReadonlySet<string>): PickedRow[] =>
  catalogue
    .flatMap((category) => category.products.map((product) => ({ category, product })))
    .map((row) => ({ ...row, ids: row.product.groups.map(({ group }) => group.id).filter((id) => shown.has(id)) }))
    .filter(({ ids }) => ids.length > 0)

/** What is drawn a frame later: of the rows that are wanted those that stand already, and some new ones. */
export function nextDrawn(wanted: PickedRow[], drawn: ReadonlySet<CatalogueProduct>): ReadonlySet<CatalogueProduct> {
  const products = wanted.map(({ product }) => product)
  const fresh = products.filter((product) => !drawn.has(product))
  return new Set([...products.filter((product) => drawn.has(product)), ...fresh.slice(0, STEP)])
}

/** The same rows, in the same order, each category's together. */
export function byCategory(rows: PickedRow[]): PickedCategory[] {
  const categories: PickedCategory[] = []
  for (const row of rows) {
    const last = categories.at(-1)
    if (last?.category === row.category) last.rows.push(row)
    else categories.push({ category: row.category, rows: [row] })
  }
  return categories
}
