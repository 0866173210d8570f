/** What a list can be narrowed by beside words, in the order it is shown. */
export const FACETS = ['status', 'expiry', 'used', 'effect', 'group', 'denied', 'resource', 'ip', 'creator'] as const

export type FacetName = (typeof FACETS)[number]

export const SORTS = [
  'issued',
  'name',
  'status',
  'permissions',
  'resources',
  'ranges',
  'used',
  'expires',
  'modified',
] as const

/** `issued` is the API's own order and costs nothing; for the others all tokens have to be known. */
export type Sort = (typeof SORTS)[number]
export type Direction = 'asc' | 'desc'
