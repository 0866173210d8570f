import { FACETS, type FacetName } from './facets.ts'

/** Everything a list can be narrowed by. Values of one filter widen it, filters narrow each other. */
export type Filters = { q: string } & Record<FacetName, string[]>

export const FACET_LABELS: Record<FacetName, string> = {
  status: 'Status',
  expiry: 'Expiry',
  used: 'Last used',
  effect: 'Effect',
  group: 'Permission group',
  denied: 'Denied permission',
  resource: 'Resource',
  ip: 'IP limit',
  creator: 'Creator',
}

/** Filters whose values are the same in every account, in the order they are shown. */
const FIXED: Partial<Record<FacetName, Record<string, string>>> = {
  status: {
    active: 'Active',
    scheduled: 'Scheduled',
    expired: 'Expired',
    disabled: 'Disabled',
    revoked: 'Revoked',
    unknown: 'Another status',
  },
  expiry: { expired: 'Expired', '7d': 'Within 7 days', '30d': 'Within 30 days', never: 'Never' },
  used: { never: 'Never', '30d': 'Over 30 days ago', '90d': 'Over 90 days ago' },
  effect: { allow: 'Allow', deny: 'Deny', other: 'Another effect' },
  ip: {
    any: 'From anywhere',
    limited: 'Some ranges only',
    except: 'Anywhere with exceptions',
    odd: 'Limit not readable',
  },
}

/** The values of a filter that are the same everywhere; empty for those that come from the tokens. */
export const fixedValues = (facet: FacetName): string[] => Object.keys(FIXED[facet] ?? {})

/** A fixed value's label; `null` for a value that comes from the tokens. */
export const fixedLabel = (facet: FacetName, value: string): string | null => FIXED[facet]?.[value] ?? null

/** The creator of a token of which the API names none. */
export const NO_CREATOR = 'none'

/** Longer than any name (120), and no place to hide a file in. */
const MAX_QUERY = 200

export const noFilters: Filters = {
  q: '',
  status: [],
  expiry: [],
  used: [],
  effect: [],
  group: [],
  denied: [],
  resource: [],
  ip: [],
  creator: [],
}

/** Filters as an address holds them: a text each, values with commas between them. Never throws. */
export type WrittenFilters = Partial<Record<FacetName | 'q', string>>

export function readFilters(written: WrittenFilters): Filters {
  const filters: Filters = { ...noFilters, q: (written.q ?? '').slice(0, MAX_QUERY) }
  for (const facet of FACETS) {
    const known = FIXED[facet]
    const values = new Set((written[facet] ?? '').split(',').filter(Boolean).map(unescapeValue))
    filters[facet] = [...values].filter((value) => !known || value in known)
  }
  return filters
}

export function writeFilters(filters: Filters): Record<FacetName | 'q', string> {
  const written = { q: filters.q } as Record<FacetName | 'q', string>
  for (const facet of FACETS) written[facet] = filters[facet].map(escapeValue).join(',')
  return written
}

const escapeValue = (value: string) => value.replaceAll('%', '%25').replaceAll(',', '%2C')
const unescapeValue = (text: string) => text.replaceAll('%2C', ',').replaceAll('%25', '%')

/** How many values are chosen, the search not counted. */
export const countChosen = (filters: Filters): number => FACETS.reduce((sum, facet) => sum + filters[facet].length, 0)

export const isFiltered = (filters: Filters): boolean => filters.q.trim() !== '' || countChosen(filters) > 0

/** The filters with one value put in or taken out. */
export function toggleValue(filters: Filters, facet: FacetName, value: string): Filters {
  const chosen = filters[facet]
  return {
    ...filters,
    [facet]: chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value],
  }
}
