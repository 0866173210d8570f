/** The names of the list's filters, in the order they are shown: each is also the filter's parameter in the address. */
export const FACETS = [
  'status',
  'expiry',
  'used',
  'changed',
  'level',
  'effect',
  'group',
  'denied',
  'resource',
  'ip',
  'finding',
  'creator',
] as const

export type FacetName = (typeof FACETS)[number]

/** One value for each filter. */
export const eachFacet = <Value>(valueOf: (facet: FacetName) => Value): Record<FacetName, Value> =>
  // One entry for each name.
  Object.fromEntries(FACETS.map((facet) => [facet, valueOf(facet)])) as Record<FacetName, Value>
