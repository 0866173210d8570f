import { DAY_MS, msOf } from './time.ts'
import { conditionChanges } from '#domain/condition/condition-words.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import type { Token } from './token.ts'
import { stableText } from '#domain/text/stable-text.ts'
import { samePolicies } from '#domain/policy/canonical.ts'
import { grantsDifference } from '#domain/policy/grants.ts'
import { isPolicy } from '#domain/policy/read-policy.ts'
import { asAsked, draftOf, isSettable, type TokenDraft } from './request-body.ts'
import type { WirePolicyInput } from '#domain/policy/wire.ts'

/** How a change affects what the token can do. Unknown effects count as wider. */
export type Access = 'wider' | 'narrower' | 'same'

export type Change = { access: Access } & (
  | { kind: 'grant'; sense: 'gained' | 'lost'; policy: WirePolicyInput }
  | { kind: 'text'; part: 'name' | 'status' | 'condition' | 'expiry' | 'start' | 'policies' | 'other'; text: string }
  | { kind: 'time'; part: 'expiry' | 'start'; from: string | null; to: string | null }
)

/**
 * The meaning of an edit, wider changes first. Policies are compared by what they grant: order, ids, names and the
 * distribution of grants over policies make no difference. `accountId` is the tokens' own account, which flat zones
 * belong to.
 */
export function diffTokens(before: TokenDraft, after: TokenDraft, now: number, accountId?: string): Change[] {
  const changes: Change[] = [
    ...grantChanges(before.policies, after.policies, accountId),
    ...conditionChanges(before, after).map(([access, words]) => text(access, 'condition', words)),
    ...timeChanges(before, after, now),
    ...statusChange(before.status, after.status),
    ...(before.name === after.name
      ? []
      : [text('same', 'name', `Renamed from “${spelledOut(before.name)}” to “${spelledOut(after.name)}”`)]),
    ...(isSameExtra(before.extra, after.extra) ? [] : [text('wider', 'other', 'Unknown fields changed')]),
  ]
  return changes.toSorted((a, b) => RANK[a.access] - RANK[b.access])
}

/** A draft without `extra` leaves the fields unchanged. */
const isSameExtra = (before: TokenDraft['extra'], after: TokenDraft['extra']) =>
  before === undefined || after === undefined || stableText(before) === stableText(after)

const RANK: Record<Access, number> = { wider: 0, narrower: 1, same: 2 }

export const widens = (changes: Change[]): boolean => changes.some(({ access }) => access === 'wider')

/**
 * What the API stored differently from the request. Other spellings of the same value, a status that no request can
 * set, what the API says of a group beside its ID, and keys that only this app sends are ignored.
 */
export function differences(wanted: TokenDraft, stored: Token, now: number, accountId?: string): Change[] {
  const got = draftOf(stored)
  const { extra: _, ...known } = wanted
  const asked = { ...known, status: isSettable(wanted.status) && isSettable(got.status) ? wanted.status : got.status }
  return diffTokens(asAsked(asked), asAsked(got), now, accountId).filter(
    (change) => change.access !== 'same' || (change.kind === 'text' && change.part === 'name') || isOtherTime(change),
  )
}

type TextPart = Extract<Change, { kind: 'text' }>['part']

const text = (access: Access, part: TextPart, words: string): Change => ({ access, kind: 'text', part, text: words })

function grantChanges(before: unknown[], after: unknown[], accountId: string | undefined): Change[] {
  const [oddBefore, oddAfter] = [oddOnes(before), oddOnes(after)]
  const isOdd = oddBefore.length + oddAfter.length > 0 && !samePolicies(oddBefore, oddAfter)
  const [gained, lost] = [grantsDifference(after, before, accountId), grantsDifference(before, after, accountId)]
  if (gained.length + lost.length === 0 && !isOdd) {
    return samePolicies(before, after) ? [] : [text('same', 'policies', 'Policies reordered; access unchanged')]
  }
  return [
    ...(isOdd ? [text('wider', 'policies', 'A policy Token Desk can’t fully read changed')] : []),
    ...gained.map((policy) => grant(ACCESS[policy.effect]?.gained ?? 'wider', 'gained', policy)),
    ...lost.map((policy) => grant(ACCESS[policy.effect]?.lost ?? 'wider', 'lost', policy)),
  ]
}

const oddOnes = (policies: unknown[]) => policies.filter((policy) => !isPolicy(policy))

/** Gaining or losing an unknown effect counts as wider. */
const ACCESS: Partial<Record<string, { gained: Access; lost: Access }>> = {
  allow: { gained: 'wider', lost: 'narrower' },
  deny: { gained: 'narrower', lost: 'wider' },
}

const grant = (access: Access, sense: 'gained' | 'lost', policy: WirePolicyInput): Change => ({
  access,
  kind: 'grant',
  sense,
  policy,
})

function timeChanges(before: TokenDraft, after: TokenDraft, now: number): Change[] {
  const changes: Change[] = []
  if (before.expiresOn !== after.expiresOn) {
    const [from, to] = [endOf(before), endOf(after)]
    // A change within a day or a few minutes is no change of access, unless it decides whether the token works now.
    const isNear = dayOf(from) === dayOf(to) || Math.abs(to - from) <= FEW_MINUTES_MS
    const access = isNear && from > now === to > now ? 'same' : to < from ? 'narrower' : 'wider'
    changes.push({ access, kind: 'time', part: 'expiry', from: before.expiresOn, to: after.expiresOn })
  }
  if (before.notBefore !== after.notBefore) {
    // Two starts in the past make no difference.
    const [from, to] = [startOf(before, now), startOf(after, now)]
    const access = to === from ? 'same' : to > from ? 'narrower' : 'wider'
    changes.push({ access, kind: 'time', part: 'start', from: before.notBefore, to: after.notBefore })
  }
  return changes
}

const FEW_MINUTES_MS = 15 * 60_000

/**
 * Another time, even on the same day. Where no start was asked for, one in the past is not told: the API may set it by
 * itself.
 */
const isOtherTime = (change: Change) =>
  change.kind === 'time' &&
  (change.part === 'expiry' || Boolean(change.from)) &&
  msOf(change.from ?? '') !== msOf(change.to ?? '')

/** The UTC day of a time in ms. */
const dayOf = (ms: number) => Math.floor(ms / DAY_MS)

// NaN for a text that is no time. It compares neither as earlier nor as later, so the change counts as wider.
const endOf = ({ expiresOn }: TokenDraft) => (expiresOn ? msOf(expiresOn) : Infinity)
const startOf = ({ notBefore }: TokenDraft, now: number) => Math.max(notBefore ? msOf(notBefore) : now, now)

function statusChange(before: string, after: string): Change[] {
  if (before === after) return []
  const access = after === 'disabled' ? 'narrower' : 'wider'
  return [text(access, 'status', `Status: ${before} → ${after}`)]
}
