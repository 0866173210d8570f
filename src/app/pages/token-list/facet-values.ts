import type { Entry, InventoryIndex } from '#domain/inventory/entries.ts'
import type { FacetName } from '#domain/inventory/facets.ts'
import { fixedLabel, fixedValues, NO_CREATOR } from '#domain/inventory/filters.ts'
import { resourceLabel } from '#domain/inventory/resource-terms.ts'

export type FacetValue = { value: string; label: string; count: number }

/** A filter's value in words. */
export function facetValueLabel(
  facet: FacetName,
  value: string,
  index: InventoryIndex,
  zoneNames: ReadonlyMap<string, string>,
): string {
  const fixed = fixedLabel(facet, value)
  if (fixed) return fixed
  if (facet === 'resource') return resourceLabel(value, zoneNames)
  if (facet === 'creator') return value === NO_CREATOR ? 'Not known' : value
  const known = index.groups.numbers.get(value)
  return (known !== undefined && index.groups.terms[known]?.label) || value
}

/** All values of a filter: the fixed ones in their order, those of the tokens by how many there are. */
export function facetValues(
  facet: FacetName,
  chosen: string[],
  counts: ReadonlyMap<string, number>,
  index: InventoryIndex,
  zoneNames: ReadonlyMap<string, string>,
): FacetValue[] {
  const toValue = (value: string): FacetValue => ({
    value,
    label: facetValueLabel(facet, value, index, zoneNames),
    count: counts.get(value) ?? 0,
  })
  const fixed = fixedValues(facet)
  if (fixed.length > 0) return fixed.map(toValue)
  const values = new Set([...counts.keys(), ...chosen])
  return [...values].map(toValue).sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
}

/** How many values a filter has in all tokens; few and the same everywhere for the fixed ones. */
export function totalValues(facet: FacetName, index: InventoryIndex): number {
  if (facet === 'group') return distinct(index, ({ groups }) => groups)
  if (facet === 'denied') return distinct(index, ({ denied }) => denied)
  if (facet === 'resource') return index.resources.terms.length
  if (facet === 'creator') return new Set(index.entries.map(({ creator }) => creator)).size
  return fixedValues(facet).length
}

function distinct({ entries }: InventoryIndex, numbersOf: (entry: Entry) => number[]): number {
  const numbers = new Set<number>()
  for (const entry of entries) for (const number of numbersOf(entry)) numbers.add(number)
  return numbers.size
}
