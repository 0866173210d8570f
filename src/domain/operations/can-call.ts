import { addressesOf, isEverything, isNothing } from '#domain/condition/address-set.ts'
import { mayRefuse } from '#domain/condition/unread-limit.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { becauseOf } from '#domain/reach/because.ts'
import { effectiveAt, type Effective, type Moment } from '#domain/reach/effective.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import type { Token } from '#domain/token/token.ts'
import { concernedBy, toCall, type Call } from './call.ts'
import { findHits, heldGroups, type HeldGroups, type Hit } from './call-hits.ts'
import type { Need, NeededOn } from './need.ts'
import { onSingleWorkers } from './single-workers.ts'

/** A permission group, where the request needs it, and the policies that decide, by their place in the token from 0. */
export type Via = { group: Pick<PermissionGroup, 'name'>; on: NeededOn; policies: number[] }

/**
 * Whether a token can make a request, and why:
 *
 * - `allowed`: by a policy; `isLimited` when the token's limit of addresses leaves open from where
 * - `when`: its policies allow it, or may do so (not `isSure`, and no `via` for a policy that cannot be read), but the
 *   token does not work at the moment or from the address, or nothing tells whether it does
 * - `denied`: a policy takes away what another one allows
 * - `elsewhere`: it has the group on other resources
 * - `misfit`: it has the group on a kind of resources that the group does not apply to
 * - `lacks`: it has none of the groups; the one that gives away least is told
 * - `other-phase`: a policy allows a group that the API lists, but whose name is that of other rules
 * - `single-workers`: a policy allows what may do for a request about one Worker, though nobody says so
 * - `unsure`: a policy names the group in a way that nothing is known of
 * - `unreadable`: a policy cannot be read
 * - `missing`: the groups are not in the catalogue
 * - the others as in `NeedState`, and `other-account`: a token reaches no other account
 */
export type CanCall =
  | { can: 'yes'; why: 'allowed'; via: Via; isLimited: boolean }
  | { can: 'no' | 'unknown'; why: 'when'; via: Via | null; isSure: boolean; effective: Effective }
  | { can: 'no'; why: 'denied' | 'elsewhere' | 'misfit'; via: Via }
  | { can: 'no'; why: 'lacks'; group: PermissionGroup; on: NeededOn }
  | { can: 'unknown'; why: 'unsure' | 'other-phase' | 'single-workers'; via: Via }
  | { can: 'unknown'; why: 'missing'; names: string[] }
  | { can: 'unknown'; why: 'unreadable' | 'unpublished' }
  | { can: 'no'; why: 'user-only' | 'unsupported' | 'other-account' }

export type CallContext = {
  accountId: string
  /** `null` for an answer as written, whatever the token's status, times and addresses. */
  moment: Moment | null
}

export function canCall(reach: TokenReach, need: Need, { accountId, moment }: CallContext): CanCall {
  const call = toCall(need, accountId)
  return answerCall({ reach, held: heldGroups(reach, concernedBy([call])) }, call, moment)
}

/** A token, and what it holds of the groups that the requests are about. */
type Caller = { reach: TokenReach; held: HeldGroups }

/** The same for one of several requests. */
export function answerCall({ reach, held }: Caller, call: Call, moment: Moment | null): CanCall {
  const written = asWritten(reach, held, call)
  if (!MAY.has(written.why)) return written
  const effective = moment && worksAt(reach.token, moment)
  const isSure = written.why === 'allowed' || written.why === 'single-workers'
  const via = 'via' in written ? written.via : null
  if (effective?.works === 'no') return { can: 'no', why: 'when', via, isSure, effective }
  if (written.why !== 'allowed') return written
  if (effective?.works === 'unknown') return { can: 'unknown', why: 'when', via, isSure, effective }
  return { ...written, isLimited: moment?.address === undefined && isLimited(reach.token) }
}

/** Answers that the token's status, times and addresses can still change. */
const MAY: ReadonlySet<CanCall['why']> = new Set(['allowed', 'other-phase', 'single-workers', 'unsure', 'unreadable'])

function asWritten(reach: TokenReach, held: HeldGroups, call: Call): CanCall {
  const { need, isForeign, options } = call
  if (need.state === 'unpublished' && need.missing.length === 0) return { can: 'unknown', why: need.state }
  if (need.state === 'user-only' || need.state === 'unsupported') return { can: 'no', why: need.state }
  if (isForeign) return { can: 'no', why: 'other-account' }
  const { best, holdsMissing } = findHits(held, call)
  if (best?.kind === 'allowed') return { can: 'yes', why: best.kind, via: viaOf(reach, best), isLimited: false }
  if (best?.kind === 'unsure' || best?.kind === 'other-phase')
    return { can: 'unknown', why: best.kind, via: viaOf(reach, best) }
  if (reach.isCut) return { can: 'unknown', why: 'unreadable' }
  const [first] = options
  if (holdsMissing || !first) return { can: 'unknown', why: 'missing', names: need.missing }
  if (best?.kind === 'denied') return { can: 'no', why: best.kind, via: viaOf(reach, best) }
  const { group, on } = first.option
  return (
    onSingleWorkers(reach, call) ??
    (best ? { can: 'no', why: best.kind, via: viaOf(reach, best) } : { can: 'no', why: 'lacks', group, on })
  )
}

function viaOf({ statements }: TokenReach, { kind, asked: { option, place }, held }: Hit): Via {
  const { group, on } = option
  const isDeny = kind === 'denied'
  const counts = (effect: string) =>
    kind === 'allowed' || kind === 'other-phase' ? effect === 'allow' : (effect === 'deny') === isDeny
  const decisive = (about: typeof held.place) =>
    becauseOf(statements, group.id, about).filter(({ effect }) => counts(effect))
  // What takes away one of all is about that one; what takes away all is about what is held.
  const near = isDeny && place.names === 'one' ? decisive(place.place) : []
  const policies = (near.length > 0 ? near : decisive(held.place)).map(({ policyIndex }) => policyIndex)
  return { group, on, policies }
}

/** A limit that lets in no address at all decides without one. */
function worksAt(token: Token, moment: Moment): Effective {
  const effective = effectiveAt(token, moment)
  const set = effective.works === 'yes' && mayRefuse(token.condition) ? addressesOf(token.condition) : null
  return set !== null && isNothing(set) ? { works: 'no', by: 'address' } : effective
}

function isLimited(token: Token): boolean {
  const set = mayRefuse(token.condition) ? addressesOf(token.condition) : undefined
  return set === null || (set !== undefined && !isEverything(set))
}
