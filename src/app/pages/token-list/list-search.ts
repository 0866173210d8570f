import * as v from 'valibot'
import { FACETS, SORTS } from '#domain/inventory/facets.ts'
import { toTokens } from '#app/parts/addresses.ts'
import type { TokenListFilter } from '#app/queries/tokens.ts'

export const PAGE_SIZES = [5, 10, 20, 50, 'all'] as const

/** What the address bar leaves out. */
export const listDefaults = {
  page: 1,
  per_page: 20,
  direction: 'desc',
  include_expired: false,
  sort: 'issued',
  q: '',
  status: '',
  expiry: '',
  used: '',
  effect: '',
  group: '',
  resource: '',
  ip: '',
  creator: '',
} as const

/** A text of a filter; the router reads one that looks like a number as a number. */
const text = v.optional(v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), ''), '')

/** The list's state in the address bar. A hand-edited value falls back, it never throws. */
export const listSearch = v.object({
  page: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)), 1), 1),
  per_page: v.optional(v.fallback(v.picklist(PAGE_SIZES), 20), 20),
  direction: v.optional(v.fallback(v.picklist(['asc', 'desc']), 'desc'), 'desc'),
  include_expired: v.optional(v.fallback(v.boolean(), false), false),
  sort: v.optional(v.fallback(v.picklist(SORTS), 'issued'), 'issued'),
  q: text,
  status: text,
  expiry: text,
  used: text,
  effect: text,
  group: text,
  resource: text,
  ip: text,
  creator: text,
})

export type ListSearch = v.InferOutput<typeof listSearch>

/** A view of the list, its address with the defaults left out as the router does. */
export function toList(accountId: string, search: ListSearch) {
  const words = Object.entries(withoutDefaults(search)).map(([key, value]) => [key, String(value)])
  const query = new URLSearchParams(words).toString()
  const { href, to } = toTokens(accountId)
  return { href: `${href}${query && `?${query}`}`, to: { ...to, search } }
}

export const withoutDefaults = (search: ListSearch) =>
  Object.fromEntries(
    Object.entries(search).filter(([key, value]) => listDefaults[key as keyof typeof listDefaults] !== value),
  )

/** Whether the API alone cannot answer: it neither searches, filters, sorts by a column, nor sends more than 50 rows. */
export const needsInventory = (search: ListSearch): boolean =>
  search.sort !== 'issued' ||
  search.per_page === 'all' ||
  search.q !== '' ||
  FACETS.some((facet) => search[facet] !== '')

/** What the API takes of it. */
export const apiFilter = ({ page, per_page, direction, include_expired }: ListSearch): TokenListFilter => ({
  page,
  per_page: per_page === 'all' ? 50 : per_page,
  direction,
  include_expired,
})
