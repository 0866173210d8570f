import type { FacetName } from './facet-names.ts'
import { FACET, facetValueLabel } from './facets.ts'

/** Filters whose value completes a sentence: "Status is Active", but "Expires: Never". */
const SENTENCES = new Set<FacetName>(['status', 'effect', 'group', 'denied', 'resource', 'ip'])

/** A filter in short, as its name and the rest: "Status", "is Active"; "Expires:", "2 values". */
export function filterWords(
  facet: FacetName,
  values: string[],
  context: Parameters<typeof facetValueLabel>[2],
): { name: string; rest: string } {
  const { label } = FACET[facet]
  const [value, ...more] = values
  if (value === undefined || more.length > 0) return { name: `${label}:`, rest: `${values.length} values` }
  const words = facetValueLabel(facet, value, context)
  return SENTENCES.has(facet) ? { name: label, rest: `is ${words}` } : { name: `${label}:`, rest: words }
}
