import type { Grant } from '#domain/operations/smallest-set.ts'
import { scopeNoun } from '#domain/resources/families.ts'
import { ACCOUNT_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import { count } from '#domain/text/plural.ts'

/** So many resources are named, more are counted. */
const NAMED = 2

/** Where a permission group of the set is needed: "northwind.example, taken from the other requests". */
export function grantPlaces({ scope, ids, idsFrom }: Grant, names: ReadonlyMap<string, string>): string {
  if (scope === ACCOUNT_SCOPE) return 'This account'
  const noun = scope === ZONE_SCOPE ? 'zone' : scopeNoun(scope)
  if (ids.length === 0) return `The ${noun} you choose in the editor`
  const named = ids.slice(0, NAMED).map((id) => names.get(id) ?? id)
  const words =
    ids.length > NAMED ? `${named.join(', ')} and ${count(ids.length - NAMED, 'other')}` : named.join(' and ')
  return idsFrom === 'others' ? `${words}, taken from the other requests` : words
}

/** Others that would do as well: "Workers Tail Read and Workers Scripts Write would also do." */
export function alternativesWords({ alternatives, reason }: Grant): string {
  const names = alternatives.map(({ name }) => name)
  if (names.length === 0) return ''
  const words =
    names.length > NAMED
      ? `${names.slice(0, NAMED).join(', ')} and ${count(names.length - NAMED, 'other')}`
      : names.join(' and ')
  const because = REASONS[reason]
  return `${because ? `${because}; ` : ''}${words} would also do.`
}

/** What decided, where the others give away as little. */
const REASONS: Partial<Record<Grant['reason'], string>> = {
  phase: 'It is for the rules of this phase',
  lasting: 'The others are about to end or can’t be granted',
  likeness: 'Its name is most like the request',
  name: 'Any of these is as good',
}
