import type { Place } from '#domain/policy/place.ts'
import { groupLevel, placeLevel, strongest, type AccessLevel } from './access-level.ts'
import type { GroupReach } from './reach.ts'
import { relationTo } from './relation.ts'

/** The part of a reach that a level is asked for; all of it without a limit. */
type Part = { product?: string; groupId?: string; place?: Place }

/**
 * The strongest level of a token, or of one product, permission group or place in it: what tests hold the quicker ways
 * to, which pages use.
 */
export function levelOf(reach: readonly GroupReach[], { product, groupId, place }: Part = {}): AccessLevel {
  const asked = reach.filter(
    ({ group }) => (product === undefined || group.product === product) && (groupId ?? group.id) === group.id,
  )
  return strongest(asked.map((one) => (place ? levelAt(one, place) : groupLevel(one))))
}

function levelAt({ group, places }: GroupReach, place: Place): AccessLevel {
  return strongest(
    places.map((one) => {
      const relation = relationTo(one, group, place)
      if (relation === 'named' || relation === 'wildcard') return placeLevel(group, one)
      return relation === null ? 'none' : relation === 'denied' ? 'denied' : 'unknown'
    }),
  )
}
