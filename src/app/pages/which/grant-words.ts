import type { Grant } from '#domain/operations/smallest-set.ts'
import { chosenFamilies, scopeNoun } from '#domain/resources/families.ts'
import { ACCOUNT_SCOPE } from '#domain/resources/scope.ts'
import { firstTwo } from '#domain/text/plural.ts'

/** Where a permission group of the set is needed: "northwind.example, taken from the other requests". */
export function grantPlaces({ scope, ids, idsFrom }: Grant, names: ReadonlyMap<string, string>): string {
  if (scope === ACCOUNT_SCOPE) return 'This account'
  if (ids.length === 0) return `The ${scopeNoun(scope)} you choose in the editor`
  const words = firstTwo(ids.map((id) => names.get(id) ?? id))
  return idsFrom === 'others' ? `${words}, taken from the other requests` : words
}

/** The one resource of a grant, as Access has it in its address. */
export function grantResource({ scope, ids: [id, ...others] }: Grant): string | undefined {
  const family = chosenFamilies.find((one) => one.scope === scope)
  return family && id !== undefined && others.length === 0 ? `${family.term}:${id}` : undefined
}

/** Others that would do as well: "Workers Tail Read and Workers Scripts Write would also do." */
export function alternativesWords({ alternatives, reason }: Grant): string {
  if (alternatives.length === 0) return ''
  const words = firstTwo(alternatives.map(({ name }) => name))
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
