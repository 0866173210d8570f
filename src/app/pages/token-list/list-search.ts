import * as v from 'valibot'

export const PAGE_SIZES = [5, 10, 20, 50] as const

/** What the address bar leaves out. */
export const listDefaults = { page: 1, per_page: 20, direction: 'desc', include_expired: false } as const

/** The list's state in the address bar. A hand-edited value falls back, it never throws. */
export const listSearch = v.object({
  page: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)), 1), 1),
  per_page: v.optional(v.fallback(v.picklist(PAGE_SIZES), 20), 20),
  direction: v.optional(v.fallback(v.picklist(['asc', 'desc']), 'desc'), 'desc'),
  include_expired: v.optional(v.fallback(v.boolean(), false), false),
})
