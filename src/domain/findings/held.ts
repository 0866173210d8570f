import type { ReachGroup } from '#domain/reach/group-reader.ts'
import type { PlaceReach } from '#domain/reach/resolve.ts'

/** Permission groups that a token has on the same places. */
export type Held = { groups: readonly ReachGroup[]; places: readonly PlaceReach[] }

/** Whether all that is reached at one place is reached at another one as well. */
export const covers = (wide: PlaceReach, narrow: PlaceReach): boolean => {
  if (wide.state !== 'reached' || narrow.state !== 'reached') return false
  if (wide.place === narrow.place) return wide.except.every((one) => narrow.except.includes(one))
  return narrow.place.inside === wide.place.key && !wide.except.includes(narrow.place)
}
