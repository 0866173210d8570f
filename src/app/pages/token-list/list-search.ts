import * as v from 'valibot'
import { eachFacet, FACETS } from '#domain/inventory/facet-names.ts'
import type { Sort } from '#domain/inventory/sort.ts'
import { paths } from '#app/parts/paths.ts'
import type { TokenListFilter } from '#app/queries/tokens.ts'
import { writeSearch } from '#app/parts/search-text.ts'
import { COLUMN_NAMES } from './list-columns.tsx'

/** Newest or oldest first, which is the API's own order, or by a column. */
export const SORTS: Sort[] = ['issued', ...COLUMN_NAMES]

export const PAGE_SIZES = [5, 10, 20, 50, 'all'] as const

/** As text, as an address has it, or as what was read from it before. */
const number = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^\d+$/), v.transform(Number))

const text = v.optional(v.string(), '')

/** The list's state in the address bar. A hand-edited value falls back, it never throws. */
export const listSearch = v.object({
  page: v.optional(v.fallback(v.pipe(number, v.integer(), v.minValue(1), v.maxValue(100_000)), 1), '1'),
  per_page: v.optional(v.fallback(v.pipe(v.union([v.literal('all'), number]), v.picklist(PAGE_SIZES)), 20), '20'),
  direction: v.optional(v.fallback(v.picklist(['asc', 'desc']), 'desc'), 'desc'),
  include_expired: v.pipe(
    v.optional(v.union([v.string(), v.boolean()]), 'false'),
    v.transform((value) => String(value) === 'true'),
  ),
  sort: v.optional(v.fallback(v.picklist(SORTS), 'issued'), 'issued'),
  q: text,
  ...eachFacet(() => text),
})

export type ListSearch = v.InferOutput<typeof listSearch>

/** Values that the address leaves out. */
export const listDefaults: ListSearch = v.parse(listSearch, {})

/** The address of a view of the list. */
export const toList = (accountId: string, search: ListSearch): string =>
  `${paths.tokens(accountId)}${writeSearch(search, listDefaults)}`

/** Whether all tokens are needed: the API neither searches, filters nor sorts by a column, and sends 50 rows at most. */
export const needsInventory = (search: ListSearch): boolean =>
  search.sort !== 'issued' || search.per_page === 'all' || search.q !== '' || hasFilters(search)

export const hasFilters = (search: ListSearch): boolean => FACETS.some((facet) => search[facet] !== '')

/** Whether levels or findings of tokens are asked for, which are read from all of them. */
export const asksJudged = ({ finding, level, sort }: ListSearch): boolean =>
  finding !== '' || level !== '' || sort === 'findings'

/** Whether it is for want of a filter by status, or for expired tokens, that these are left out. */
export const hidesExpired = ({ include_expired: isIncluded, status, expiry }: ListSearch): boolean =>
  !isIncluded && status === '' && !expiry.split(',').includes('expired')

/** The part that the API takes. */
export const apiFilter = ({ page, per_page, direction, include_expired }: ListSearch): TokenListFilter => ({
  page,
  per_page: per_page === 'all' ? 50 : per_page,
  direction,
  include_expired,
})

/** Search params that clear the search words and every filter. */
export const clearedFilters: Pick<ListSearch, 'q' | (typeof FACETS)[number]> = { q: '', ...eachFacet(() => '') }
