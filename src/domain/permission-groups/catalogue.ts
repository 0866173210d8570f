import type { Scope } from '#domain/resources/scope.ts'
import { parseGroupName } from './group-name.ts'
import type { PermissionGroup } from './permission-group.ts'

/** One row: a product in one scope, with its levels in order. */
export type CatalogueProduct = {
  key: string
  name: string
  scope: Scope
  groups: { group: PermissionGroup; level: string }[]
}

export type CatalogueCategory = { id: string; label: string; products: CatalogueProduct[] }

/** What the app calls the API's categories. */
export const CATEGORY_LABELS = new Map([
  ['developer_platform', 'Developer platform'],
  ['ai_and_machine_learning', 'AI and machine learning'],
  ['dns_and_zones', 'DNS and zones'],
  ['app_security', 'Application security'],
  ['rules_and_configuration', 'Rules and configuration'],
  ['cloudflare_one_and_zero_trust', 'Cloudflare One and Zero Trust'],
  ['analytics_and_logs', 'Analytics and logs'],
  ['network_services', 'Network services'],
  ['media', 'Media'],
  ['email_and_messaging', 'Email and messaging'],
  ['cache_and_performance', 'Cache and performance'],
  ['account_and_billing', 'Account and billing'],
])
const OTHER = 'other'

const LEVEL_ORDER = ['Metadata Read-Only', 'Content Read-Only', 'Read-Only', 'Read', 'Write', 'Edit', 'Editor', 'Admin']

/** The label of a category. An unknown one is shown as it came. */
export const categoryLabel = (id: string | null): string => {
  if (id === null || id === OTHER) return 'Other'
  return CATEGORY_LABELS.get(id) ?? id
}

/** Groups the catalogue by category and product. A name that exists in two scopes makes two rows. */
export function buildCatalogue(groups: PermissionGroup[]): CatalogueCategory[] {
  const categories = new Map<string, Map<string, CatalogueProduct>>()
  for (const group of groups) {
    const { product, level } = parseGroupName(group.name)
    const scope = group.scopes.join(' ')
    const key = `${product}|${scope}`
    const products = categories.get(group.category ?? OTHER) ?? new Map<string, CatalogueProduct>()
    categories.set(group.category ?? OTHER, products)
    const row = products.get(key) ?? { key, name: product, scope, groups: [] }
    products.set(key, row)
    row.groups.push({ group, level })
  }
  return [...categories]
    .map(([id, products]) => ({ id, label: categoryLabel(id), products: sortProducts([...products.values()]) }))
    .sort((a, b) => Number(a.id === OTHER) - Number(b.id === OTHER) || compareText(a.label, b.label))
}

/** Sorts the catalogue by search rank: products by their best group, categories by their best product. */
export function rankCatalogue(catalogue: CatalogueCategory[], ranks: ReadonlyMap<string, number>): CatalogueCategory[] {
  if (ranks.size === 0) return catalogue
  const rankOf = ({ groups }: CatalogueProduct) =>
    groups.reduce((best, { group }) => Math.min(best, ranks.get(group.id) ?? Infinity), Infinity)
  const byRank = <Item>(ranked: { item: Item; rank: number }[]) =>
    // Equal ranks keep their order; `Infinity - Infinity` is NaN.
    ranked.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank))
  const categories = catalogue.map((category) => {
    const products = byRank(category.products.map((item) => ({ item, rank: rankOf(item) })))
    const item = { ...category, products: products.map((one) => one.item) }
    const rank = products[0]?.rank ?? Infinity
    return { item, rank, best: products.filter((one) => one.rank === rank).length }
  })
  // Between categories with equally good products, the one with more of them wins.
  return byRank(categories.sort((a, b) => b.best - a.best)).map(({ item }) => item)
}

/** A category, and the products of which something is shown, each with the ids of those groups. */
export type ShownCategory = { category: CatalogueCategory; rows: { product: CatalogueProduct; ids: string[] }[] }

/** Categories and products that have a group in `shown`, in their order. */
export const shownCategories = (catalogue: CatalogueCategory[], shown: ReadonlySet<string>): ShownCategory[] =>
  catalogue
    .map((category) => ({
      category,
      rows: category.products
        .map((product) => ({ product, ids: product.groups.map(({ group }) => group.id).filter((id) => shown.has(id)) }))
        .filter(({ ids }) => ids.length > 0),
    }))
    .filter(({ rows }) => rows.length > 0)

function sortProducts(products: CatalogueProduct[]): CatalogueProduct[] {
  for (const { groups } of products)
    groups.sort((a, b) => levelRank(a.level) - levelRank(b.level) || compareText(a.level, b.level))
  return products.sort((a, b) => compareText(a.name, b.name) || compareText(a.scope, b.scope))
}

function levelRank(level: string): number {
  const rank = LEVEL_ORDER.indexOf(level)
  return rank === -1 ? LEVEL_ORDER.length : rank
}

const compareText = new Intl.Collator('en', { sensitivity: 'base', numeric: true }).compare

/**
 * Products whose APIs refuse account tokens, by the docs' matrix (`docs/api-behaviour.md` §3.6).
 * The Intel groups open the Intel Data Platform.
 */
const UNSUPPORTED = /^(Intel|Page Rules|Registrar|Super Bot Fight Mode|Turnstile|Zero Trust Client)\b/

/** Whether the group's product is known to support account tokens. The catalogue also offers groups that do not. */
export const hasAccountTokenSupport = ({ name }: Pick<PermissionGroup, 'name'>): boolean => !UNSUPPORTED.test(name)
