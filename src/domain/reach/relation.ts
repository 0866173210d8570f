import type { Place } from '#domain/policy/place.ts'
import { ACCOUNT_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import type { ReachGroup } from './group-reader.ts'
import type { PlaceReach } from './resolve.ts'

/**
 * How what a token holds concerns a place that is asked about: it names it, includes it, is kept from it by a deny, or
 * may include it; `null` when it has nothing to do with it.
 */
export type Relation = 'named' | 'wildcard' | 'denied' | 'unsure'

export function relationTo(held: PlaceReach, { scopes }: ReachGroup, asked: Place): Relation | null {
  const { place, state, except } = held
  if (state === 'dead') return null
  if (place.key === asked.key) return certain(state, 'named')
  if (place.key === asked.inside)
    return except.some(({ key }) => key === asked.key) ? 'denied' : certain(state, 'wildcard')
  // Nothing tells what an unknown key includes.
  if (place.kind === 'unknown') return state === 'denied' ? null : 'unsure'
  if (place.kind !== 'account' || asked.kind === 'account' || place.accountId !== asked.accountId) return null
  return certain(state, throughAccount(scopes, asked))
}

const certain = (state: PlaceReach['state'], relation: Relation | null): Relation | null =>
  relation === null || state === 'reached' ? relation : state === 'denied' ? 'denied' : 'unsure'

/** Groups for an account include its buckets and Workers, and have nothing to do with its zones. */
function throughAccount(scopes: ReachGroup['scopes'], { scope }: Place): Relation | null {
  if (scopes.length === 0) return 'unsure'
  if (scopes.includes(ACCOUNT_SCOPE)) return scope === ZONE_SCOPE ? null : 'wildcard'
  return scope !== null && scopes.includes(scope) ? 'unsure' : null
}
