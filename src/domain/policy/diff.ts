import { contains } from '#domain/condition/ip-ranges.ts'
import { replaceWireCondition } from '#domain/condition/condition.ts'
import type { IpCondition, Token } from '#domain/token/token.ts'
import { samePolicies, stableText } from './canonical.ts'
import { beyond } from './grants.ts'
import { draftOf, type TokenDraft } from './request-body.ts'
import type { WirePolicyInput } from './wire.ts'

/** What a change does to what the token can do. What cannot be judged counts as wider. */
export type Access = 'wider' | 'narrower' | 'same'

export type Change = { access: Access } & (
  | { kind: 'grant'; sense: 'gained' | 'lost'; policy: WirePolicyInput }
  | { kind: 'text'; part: 'name' | 'status' | 'condition' | 'expiry' | 'start' | 'policies' | 'other'; text: string }
  | { kind: 'time'; part: 'expiry' | 'start'; from: string | null; to: string | null }
)

/**
 * What an edit means, wider changes first. Policies are compared by what they grant,
 * so order, ids, names and how grants are spread over policies are no change of access.
 */
export function diffTokens(before: TokenDraft, after: TokenDraft, now: number): Change[] {
  const changes: Change[] = [
    ...grantChanges(before.policies, after.policies),
    ...conditionChanges(before, after),
    ...timeChanges(before, after, now),
    ...statusChange(before.status, after.status),
    ...(before.name === after.name ? [] : [text('same', 'name', `Renamed from “${before.name}” to “${after.name}”`)]),
    ...(stableText(before.extra ?? {}) === stableText(after.extra ?? {})
      ? []
      : [text('wider', 'other', 'Keys this app does not know are different')]),
  ]
  return changes.toSorted((a, b) => RANK[a.access] - RANK[b.access])
}

const RANK: Record<Access, number> = { wider: 0, narrower: 1, same: 2 }

export const widens = (changes: Change[]): boolean => changes.some(({ access }) => access === 'wider')

/**
 * What the API stored otherwise than it was asked. Another way to write the same, a
 * status that no request can set, and keys sent for the app's own sake do not count.
 */
export function differences(wanted: TokenDraft, stored: Token, now: number): Change[] {
  const got = draftOf(stored)
  const isSettable = ['active', 'disabled'].includes(wanted.status) && ['active', 'disabled'].includes(got.status)
  const asked = { ...wanted, extra: {}, status: isSettable ? wanted.status : got.status }
  return diffTokens(asked, got, now).filter(
    (change) => change.access !== 'same' || (change.kind === 'text' && change.part === 'name'),
  )
}

type TextPart = Extract<Change, { kind: 'text' }>['part']

const text = (access: Access, part: TextPart, words: string): Change => ({ access, kind: 'text', part, text: words })

function grantChanges(before: WirePolicyInput[], after: WirePolicyInput[]): Change[] {
  const gained = beyond(after, before)
  const lost = beyond(before, after)
  if (gained.length === 0 && lost.length === 0) {
    return samePolicies(before, after)
      ? []
      : [text('same', 'policies', 'The policies are arranged differently and grant the same')]
  }
  return [
    ...gained.map((policy) => grant(policy.effect === 'deny' ? 'narrower' : 'wider', 'gained', policy)),
    ...lost.map((policy) => grant(policy.effect === 'deny' ? 'wider' : 'narrower', 'lost', policy)),
  ]
}

const grant = (access: Access, sense: 'gained' | 'lost', policy: WirePolicyInput): Change => ({
  access,
  kind: 'grant',
  sense,
  policy,
})

function conditionChanges(before: TokenDraft, after: TokenDraft): Change[] {
  return [...rangeChanges(before.condition, after.condition), ...otherConditions(before, after)]
}

function rangeChanges(before: IpCondition, after: IpCondition): Change[] {
  const changes: Change[] = []
  const say = (access: Access, words: string) => changes.push(text(access, 'condition', words))
  if (after.allowed.length === 0 && before.allowed.length > 0)
    say('wider', 'From anywhere, no longer from named ranges')
  else if (before.allowed.length === 0 && after.allowed.length > 0)
    say('narrower', `Only from ${after.allowed.join(', ')}, no longer from anywhere`)
  else {
    const [gained, lost] = [outside(after.allowed, before.allowed), outside(before.allowed, after.allowed)]
    if (gained.length > 0) say('wider', `Also from ${gained.join(', ')}`)
    if (lost.length > 0) say('narrower', `No longer from ${lost.join(', ')}`)
  }
  const freed = outside(before.exceptions, after.exceptions)
  const cut = outside(after.exceptions, before.exceptions)
  if (freed.length > 0) say('wider', `No longer except ${freed.join(', ')}`)
  if (cut.length > 0) say('narrower', `Now except ${cut.join(', ')}`)
  const isRewritten = changes.length === 0 && stableText(sorted(before)) !== stableText(sorted(after))
  return isRewritten ? [text('same', 'condition', 'IP ranges are written differently and mean the same')] : changes
}

/** Ranges of one list that no range of the other holds. */
const outside = (ranges: string[], others: string[]) =>
  ranges.filter((range) => !others.some((other) => other === range || contains(other, range)))

const sorted = ({ allowed, exceptions }: IpCondition) => [allowed.toSorted(), exceptions.toSorted()]

function otherConditions(before: TokenDraft, after: TokenDraft): Change[] {
  const rest = ({ storedCondition, condition }: TokenDraft) => {
    const { request_ip, ...others } = replaceWireCondition(storedCondition, condition)
    const { in: _, not_in: __, ...limits } = (request_ip ?? {}) as Record<string, unknown>
    return stableText([others, limits])
  }
  return rest(before) === rest(after) ? [] : [text('wider', 'condition', 'Conditions this app does not know change')]
}

function timeChanges(before: TokenDraft, after: TokenDraft, now: number): Change[] {
  const changes: Change[] = []
  if (before.expiresOn !== after.expiresOn) {
    const [from, to] = [endOf(before), endOf(after)]
    const access = to === from ? 'same' : to > from ? 'wider' : 'narrower'
    changes.push({ access, kind: 'time', part: 'expiry', from: before.expiresOn, to: after.expiresOn })
  }
  if (before.notBefore !== after.notBefore) {
    // Two starts that both lie behind are no difference to what the token can do.
    const [from, to] = [startOf(before, now), startOf(after, now)]
    const access = to === from ? 'same' : to < from ? 'wider' : 'narrower'
    changes.push({ access, kind: 'time', part: 'start', from: before.notBefore, to: after.notBefore })
  }
  return changes
}

const endOf = ({ expiresOn }: TokenDraft) => (expiresOn ? Date.parse(expiresOn) : Infinity)
const startOf = ({ notBefore }: TokenDraft, now: number) => Math.max(notBefore ? Date.parse(notBefore) : now, now)

function statusChange(before: string, after: string): Change[] {
  if (before === after) return []
  const access = after === 'active' ? 'wider' : 'narrower'
  return [text(access, 'status', `Status from “${before}” to “${after}”`)]
}
