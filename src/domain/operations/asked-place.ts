import { placeOf, type Place } from '#domain/policy/place.ts'
import { chosenTarget } from '#domain/policy/resource-keys.ts'
import { familyForScope } from '#domain/permission-groups/scope-fit.ts'
import type { ReachGroup } from '#domain/reach/group-reader.ts'
import { relationTo, type Relation } from '#domain/reach/relation.ts'
import type { PlaceReach } from '#domain/reach/resolve.ts'
import { familyOf } from '#domain/resources/families.ts'
import type { NeededOn } from './need.ts'

/**
 * Where a request needs a permission group. `one`: the place is known. `any`: any resource of the kind will do, and the
 * place is none of them. `unread`: the request names one by something else than its ID, such as a Worker by its
 * name, so that policies cannot tell which it is.
 */
export type AskedPlace = { place: Place; names: 'one' | 'any' | 'unread' }

/** `null` for a scope that no account token can have. */
export function askedPlace({ scope, id }: NeededOn, accountId: string): AskedPlace | null {
  const family = familyForScope(scope)
  if (family === null) return null
  if (family === 'account') return { place: placeOf({ kind: 'whole', family, accountId }), names: 'one' }
  const row = familyOf(family)
  if (row.reach !== 'chosen') return null
  const isRead = id !== null && row.pattern.test(id)
  const place = placeOf(chosenTarget(row.id, accountId, isRead ? id : ''), accountId)
  return { place, names: id === null ? 'any' : isRead ? 'one' : 'unread' }
}

/** How what a token holds concerns what is asked about; `null` when it does not. */
export function relationToAsked(held: PlaceReach, group: ReachGroup, { place, names }: AskedPlace): Relation | null {
  const relation = relationTo(held, group, place)
  if (names === 'one') return relation
  // A deny for some of all may be about the one that cannot be read.
  if (relation === 'wildcard' && names === 'unread' && held.except.length > 0) return 'unsure'
  if (relation !== null || held.state === 'dead' || held.place.inside !== place.inside) return relation
  if (held.state === 'denied') return 'denied'
  return names === 'any' && held.state === 'reached' ? 'named' : 'unsure'
}
