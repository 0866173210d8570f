import type { LevelKind } from '#domain/permission-groups/group-name.ts'
import type { ReachGroup } from './group-reader.ts'
import type { GroupReach } from './reach.ts'
import type { PlaceReach } from './resolve.ts'

/**
 * How much a token can do, from the least to the most: what every page draws. `everywhere` is a change on a whole
 * account or on all resources of a kind. `unknown` may be a change, so it is never taken for less than running.
 */
const ACCESS_LEVELS = ['none', 'denied', 'read', 'run', 'unknown', 'change', 'everywhere'] as const
export type AccessLevel = (typeof ACCESS_LEVELS)[number]

const BY_KIND: Record<LevelKind, AccessLevel> = {
  read: 'read',
  run: 'run',
  revoke: 'run',
  change: 'change',
  unknown: 'unknown',
}

/** The level of a permission group, wherever it applies. */
export const kindLevel = (kind: LevelKind): AccessLevel => BY_KIND[kind]

/** The level of one permission group on one place. */
export function placeLevel({ kind }: Pick<ReachGroup, 'kind'>, { place, state }: PlaceReach): AccessLevel {
  if (state === 'dead') return 'none'
  if (state === 'denied') return 'denied'
  if (state !== 'reached') return 'unknown'
  const isEverywhere = place.kind === 'account' || place.kind === 'all'
  return kind === 'change' && isEverywhere ? 'everywhere' : BY_KIND[kind]
}

/** The level of one permission group; `denied` also where a deny takes nothing away. */
export const groupLevel = ({ group, places, denies }: GroupReach): AccessLevel =>
  strongest([...(denies.length > 0 ? (['denied'] as const) : []), ...places.map((one) => placeLevel(group, one))])

export const strongest = (levels: readonly AccessLevel[]): AccessLevel =>
  levels.reduce<AccessLevel>((top, one) => (rankOf(one) > rankOf(top) ? one : top), 'none')

export const rankOf = (level: AccessLevel) => ACCESS_LEVELS.indexOf(level)
