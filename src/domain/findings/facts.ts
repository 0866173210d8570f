import type { Condition } from '#domain/condition/condition.ts'
import type { Place } from '#domain/policy/place.ts'
import type { ReachGroup } from '#domain/reach/group-reader.ts'
import type { PlaceReach } from '#domain/reach/resolve.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { ZONE_SCOPE } from '#domain/resources/scope.ts'
import { deriveStatus, type TokenState } from '#domain/token/status.ts'
import { msOf } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import { matchesAny, type Context } from './context.ts'
import type { IpLimit } from './ip-limits.ts'

/** What all rules ask about a token. */
export type TokenFacts = {
  token: Token
  reach: TokenReach
  kind: TokenState['kind']
  /** Works, or will; also with a status that is not known. */
  isLive: boolean
  isOwn: boolean
  isBreakGlass: boolean
  /** All of its policies have the documented form and no further fields. */
  isPlain: boolean
  /** Without an end that can be read. */
  isEndless: boolean
  limit: IpLimit
  /** What it can do, as far as known: neither denied nor dead. */
  held: readonly Held[]
  /** Whether it may change something. */
  canChange: boolean
}

/** Permission groups that a token has on the same places. */
type Held = { groups: readonly ReachGroup[]; places: readonly PlaceReach[] }

const DOCUMENTED: ReadonlySet<string> = new Set(['id', 'effect', 'permission_groups', 'resources'])

export function factsOf(
  reach: TokenReach,
  { now, ownTokenId, settings }: Context,
  limitOf: (condition: Condition) => IpLimit,
): TokenFacts {
  const { token } = reach
  const { kind } = deriveStatus(token, now)
  const held = reach.parts.flatMap(({ groups, places }) => {
    const kept = places.filter(({ state }) => state !== 'dead' && state !== 'denied')
    return kept.length > 0 ? [{ groups, places: kept }] : []
  })
  return {
    token,
    reach,
    kind,
    isLive: kind !== 'expired' && kind !== 'disabled' && kind !== 'revoked',
    isOwn: token.id === ownTokenId,
    isBreakGlass: matchesAny(token.name, settings.breakGlass),
    isPlain: !reach.isCut && token.policies.every((policy) => Object.keys(policy).every((key) => DOCUMENTED.has(key))),
    isEndless: token.expiresOn === null || Number.isNaN(msOf(token.expiresOn)),
    limit: limitOf(token.condition),
    held,
    canChange: held.some(({ groups }) => groups.some(mayChange)),
  }
}

/** An unknown level may be one that changes something. */
export const mayChange = ({ kind }: Pick<ReachGroup, 'kind'>): boolean => kind === 'change' || kind === 'unknown'

/** A permission group of a token on one place. */
export type Grant = { group: ReachGroup; at: PlaceReach }

/** What is held of some groups on some places. */
export const grantsOf = (
  { held }: Pick<TokenFacts, 'held'>,
  isGroup: (group: ReachGroup) => boolean,
  isPlace: (at: PlaceReach) => boolean = () => true,
): Grant[] =>
  held.flatMap(({ groups, places }) => {
    const wanted = places.filter(isPlace)
    return wanted.length === 0 ? [] : groups.filter(isGroup).flatMap((group) => wanted.map((at) => ({ group, at })))
  })

/** The first policy that names a group on a place, from 0; -1 when none does. `effect` of any other than `deny`. */
export const policyOf = ({ reach }: Pick<TokenFacts, 'reach'>, groupId: string, place: Place, isDeny = false): number =>
  reach.statements.findIndex(
    ({ policy: { effect, permission_groups }, places }) =>
      (effect === 'deny') === isDeny && permission_groups.some(({ id }) => id === groupId) && places.includes(place),
  )

export const isAllZones = ({ place }: PlaceReach): boolean => place.kind === 'all' && place.scope === ZONE_SCOPE
export const isAccount = ({ place }: PlaceReach): boolean => place.kind === 'account'

/** Whether all that is reached at one place is reached at another one as well. */
export const covers = (wide: PlaceReach, narrow: PlaceReach): boolean => {
  if (wide.state !== 'reached' || narrow.state !== 'reached') return false
  if (wide.place === narrow.place) return wide.except.every((one) => narrow.except.includes(one))
  return narrow.place.inside === wide.place.key && !wide.except.includes(narrow.place)
}
