import { canonicalCondition, type Condition } from '#domain/condition/condition.ts'
import type { Place } from '#domain/policy/place.ts'
import type { ReachGroup } from '#domain/reach/group-reader.ts'
import type { PlaceReach, Statement } from '#domain/reach/resolve.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { ZONE_SCOPE } from '#domain/resources/scope.ts'
import { deriveStatus, kindByTime, type TokenState } from '#domain/token/status.ts'
import { msOf } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import { accessText } from './access-text.ts'
import type { Held } from './held.ts'
import { matchesAny, type Judging } from './context.ts'
import type { IpLimit } from './ip-limits.ts'

/** What all rules ask about a token. */
export type TokenFacts = {
  token: Token
  reach: TokenReach
  /** `expired` also with a status that is not known, once its end has come. */
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
  /** One text for the same addresses. */
  from: string
  /** What it can do, as far as known: neither denied nor dead. */
  held: readonly Held[]
  /** The same number for tokens that can do the same from the same addresses; `null` without access, or where it is not known. */
  access: number | null
  /** Whether it may change something, also by a policy that cannot be read. */
  canChange: boolean
}

const DOCUMENTED: ReadonlySet<string> = new Set(['id', 'effect', 'permission_groups', 'resources'])

/** What is read once for all tokens of an account: one for a reader of findings. */
export type Shared = { limitOf: (condition: Condition) => IpLimit; accesses: Map<string, number> }

export function factsOf(
  reach: TokenReach,
  { now, ownTokenId, settings }: Judging,
  { limitOf, accesses }: Shared,
): TokenFacts {
  const { token } = reach
  const status = deriveStatus(token, now).kind
  const kind = status === 'unknown' && kindByTime(token, now) === 'expired' ? 'expired' : status
  const held = reach.parts.flatMap(({ groups, places }) => {
    const kept = places.filter(({ state }) => state !== 'dead' && state !== 'denied')
    return kept.length > 0 ? [{ groups, places: kept }] : []
  })
  const isReadWhole = isPlain(reach)
  const limit = limitOf(token.condition)
  const from = limit.addresses ?? canonicalCondition(token.wire.condition)
  return {
    token,
    reach,
    kind,
    isLive: kind !== 'expired' && kind !== 'disabled' && kind !== 'revoked',
    isOwn: token.id === ownTokenId,
    isBreakGlass: matchesAny(token.name, settings.breakGlass),
    isPlain: isReadWhole,
    isEndless: token.expiresOn === null || Number.isNaN(msOf(token.expiresOn)),
    limit,
    from,
    held,
    access: isReadWhole && held.length > 0 ? numberOf(accesses, accessText(from, held)) : null,
    canChange: reach.isCut || held.some(({ groups }) => groups.some(mayChange)),
  }
}

/** Whether all policies have the documented form and no further fields. */
export const isPlain = ({ token, isCut }: TokenReach): boolean =>
  !isCut && token.policies.every((policy) => Object.keys(policy).every((key) => DOCUMENTED.has(key)))

/** These texts are long, and many are equal. */
function numberOf(numbers: Map<string, number>, text: string): number {
  const number = numbers.get(text) ?? numbers.size
  numbers.set(text, number)
  return number
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
  reach.statements.findIndex((statement) => {
    if ((statement.policy.effect === 'deny') !== isDeny) return false
    const { ids, places } = namesOf(statement)
    return ids.has(groupId) && places.has(place)
  })

type Names = { ids: ReadonlySet<string>; places: ReadonlySet<Place> }

/** A policy may name hundreds of groups on hundreds of places, and rules ask for each pair of them. */
const named = new WeakMap<Statement, Names>()

function namesOf(statement: Statement): Names {
  const { policy, places } = statement
  const names = named.get(statement) ?? {
    ids: new Set(policy.permission_groups.map(({ id }) => id)),
    places: new Set(places),
  }
  named.set(statement, names)
  return names
}

export const isAllZones = ({ place }: PlaceReach): boolean => place.kind === 'all' && place.scope === ZONE_SCOPE
export const isAccount = ({ place }: PlaceReach): boolean => place.kind === 'account'
