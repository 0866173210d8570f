import { eachFacet, FACETS, type FacetName } from './facet-names.ts'
import { FACET } from './facets.ts'

/** Everything that narrows a list. Values of one filter widen the result, filters narrow each other. */
export type Filters = { q: string } & Record<FacetName, string[]>

/** Filters as an address holds them: a text each, with commas between values. */
export type WrittenFilters = Record<FacetName | 'q', string>

/** Longer than any name (120), and too short to hide a file in. */
const MAX_QUERY = 200

export const noFilters: Filters = { q: '', ...eachFacet(() => []) }

/** Never throws: values that do not exist are left out. */
export const readFilters = (written: WrittenFilters): Filters => ({
  q: written.q.slice(0, MAX_QUERY),
  ...eachFacet((facet) => readValues(facet, written[facet])),
})

export function readValues(facet: FacetName, written: string): string[] {
  const definition = FACET[facet]
  const values = new Set(written.split(',').filter(Boolean).map(unescapeValue))
  return [...values].filter((value) => definition.kind !== 'fixed' || Object.hasOwn(definition.labels, value))
}

export const writeFilters = (filters: Filters): WrittenFilters => ({
  q: filters.q,
  ...eachFacet((facet) => writeValues(filters[facet])),
})

const writeValues = (values: string[]) => values.map(escapeValue).join(',')
const escapeValue = (value: string) => value.replaceAll('%', '%25').replaceAll(',', '%2C')
const unescapeValue = (text: string) => text.replaceAll('%2C', ',').replaceAll('%25', '%')

/** The written filter with one value added, or removed where it was chosen. */
export function toggleValue(facet: FacetName, written: string, value: string): string {
  const chosen = readValues(facet, written)
  return writeValues(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
}

/** How many values are chosen; the search words do not count. */
const countChosen = (filters: Filters): number => FACETS.reduce((sum, facet) => sum + filters[facet].length, 0)

export const isFiltered = (filters: Filters): boolean => filters.q.trim() !== '' || countChosen(filters) > 0
