import type { CatalogueCategory, CatalogueProduct } from '#domain/permission-groups/catalogue.ts'

/** A category with some of its products, and those of their groups that are shown. */
export type PickedCategory = { category: CatalogueCategory; rows: { product: CatalogueProduct; ids: string[] }[] }

/** Measured: as many new rows, and what else comes with them, take a slow laptop less than 50 ms to lay out and paint. */
const STEP = 10

/** What a filter lets through, by category. */
export const findRows = (catalogue: CatalogueCategory[], shown: ReadonlySet<string>): PickedCategory[] =>
  catalogue
    .map((category) => ({
      category,
      rows: category.products
        .map((product) => ({ product, ids: product.groups.map(({ group }) => group.id).filter((id) => shown.has(id)) }))
        .filter(({ ids }) => ids.length > 0),
    }))
    .filter(hasRows)

/** The first rows, `most` of them. */
export const firstRows = (found: PickedCategory[], most: number): PickedCategory[] =>
  drawnRows(found, new Set(productsOf(found).slice(0, most)))

/** Those of the rows that are drawn. */
export const drawnRows = (found: PickedCategory[], drawn: ReadonlySet<CatalogueProduct>): PickedCategory[] =>
  found
    .map(({ category, rows }) => ({ category, rows: rows.filter(({ product }) => drawn.has(product)) }))
    .filter(hasRows)

/** What is drawn a frame later: of the rows that are wanted those that stand already, and some new ones. */
export function nextDrawn(
  wanted: PickedCategory[],
  drawn: ReadonlySet<CatalogueProduct>,
): ReadonlySet<CatalogueProduct> {
  const products = productsOf(wanted)
  const fresh = new Set(products.filter((product) => !drawn.has(product)).slice(0, STEP))
  return new Set(products.filter((product) => drawn.has(product) || fresh.has(product)))
}

/** From the top to the bottom. */
export const productsOf = (found: PickedCategory[]): CatalogueProduct[] =>
  found.flatMap(({ rows }) => rows.map(({ product }) => product))

const hasRows = ({ rows }: PickedCategory) => rows.length > 0
