import { msOf } from '#domain/token/time.ts'
import { diffTokens, widens, type Change } from '#domain/token/diff.ts'
import { draftOf, isSettable, whyUnwritable, type TokenDraft } from '#domain/token/request-body.ts'
import { wasUsedLately } from '#domain/token/confirmation.ts'
import type { Condition, IpMode } from '#domain/condition/condition.ts'
import { mayWork } from '#domain/token/status.ts'
import type { Token } from '#domain/token/token.ts'

/** One change for many tokens. An IP limit is added to a token's ranges, or replaces them. */
export type BulkAction =
  | { kind: 'disable' }
  | { kind: 'enable' }
  | { kind: 'delete' }
  /**
   * Whole-second UTC, for all or by the tokens' IDs; `null` means no end. Tokens without an ID there keep theirs.
   * `isTime`: a time was chosen, not a number of days.
   */
  | { kind: 'expiry'; expiresOn: string | null | ReadonlyMap<string, string>; isTime?: boolean }
  /** The same for tokens that would end together. */
  | { kind: 'spread'; expiresOn: ReadonlyMap<string, string> }
  | { kind: 'ip'; mode: IpMode; condition: Condition }

/** The planned state of one token; `null` for a delete. `changes` describes it, wider access first. */
export type PlannedChange = {
  token: Token
  wanted: TokenDraft | null
  changes: Change[]
  isUsedLately: boolean
}

type LeftOut = { token: Token; reason: string }

export type BulkPlan = { planned: PlannedChange[]; leftOut: LeftOut[] }

type PlanContext = {
  /** Ms since 1970. */
  now: number
  /** The app's own token; left out unless requested. */
  ownTokenId: string | null
  includesOwn: boolean
}

/**
 * Plans an action for each token: its changes, or why it is left alone. The app's own token comes last: without it, the
 * others could not be changed any more.
 */
export function planBulk(action: BulkAction, tokens: Token[], context: PlanContext): BulkPlan {
  const plan: BulkPlan = { planned: [], leftOut: [] }
  const isOwn = ({ id }: Token) => id === context.ownTokenId
  for (const token of [...tokens.filter((one) => !isOwn(one)), ...tokens.filter(isOwn)]) {
    const step = isOwn(token) && !context.includesOwn ? OWN : stepFor(action, token, context.now)
    if (typeof step === 'string') plan.leftOut.push({ token, reason: step })
    else plan.planned.push(step)
  }
  return plan
}

/** Plans the way back from a disable or enable, for the tokens that it changed, as it left them. `null` for others. */
export function planUndo(
  { kind }: BulkAction,
  changed: Token[],
  now: number,
): { action: BulkAction; plan: BulkPlan } | null {
  if (kind !== 'disable' && kind !== 'enable') return null
  const action = { kind: kind === 'disable' ? ('enable' as const) : ('disable' as const) }
  return { action, plan: planBulk(action, changed, { now, ownTokenId: null, includesOwn: true }) }
}

const OWN = 'Token Desk uses this token'

function stepFor(action: BulkAction, token: Token, now: number): PlannedChange | string {
  const isUsedLately = wasUsedLately(token, now)
  if (action.kind === 'delete') return { token, wanted: null, changes: [], isUsedLately }
  // Unknown fields are taken from the token as read right before the write, not as previewed.
  const { extra: _, ...before } = draftOf(token)
  const after = draftAfter(action, token, before)
  if (typeof after === 'string') return after
  const reason = whyUnwritable(after, token)
  if (reason) return reason
  const changes = diffTokens(before, after, now)
  if (changes.length === 0) return 'No change'
  const isSame = changes.every(({ access }) => access === 'same')
  // An expiration in so many days is a day; a change of the hour does not count.
  if (action.kind === 'expiry' && isSame && !(action.isTime && isOtherMinute(before, after)))
    return 'Already expires then'
  if (action.kind === 'ip' && action.mode === 'add' && isSame) return 'Its addresses stay the same'
  return { token, wanted: after, changes, isUsedLately }
}

/** An input shows minutes; a stored time may have seconds. */
const isOtherMinute = (before: TokenDraft, after: TokenDraft) => minuteOf(before) !== minuteOf(after)
const minuteOf = ({ expiresOn }: TokenDraft) => Math.floor(msOf(expiresOn ?? '') / MINUTE_MS)
const MINUTE_MS = 60_000

function draftAfter(
  action: Exclude<BulkAction, { kind: 'delete' }>,
  token: Token,
  before: TokenDraft,
): TokenDraft | string {
  switch (action.kind) {
    case 'disable':
    case 'enable': {
      const status = action.kind === 'disable' ? 'disabled' : 'active'
      if (token.status === status) return action.kind === 'disable' ? 'Already disabled' : 'Already active'
      // The API sets only these two; a revoked or expired token is neither (`docs/api-behaviour.md` §2.5).
      if (!isSettable(token.status)) return `Its status “${token.status}” can’t be changed`
      return { ...before, status }
    }
    case 'expiry':
    case 'spread': {
      const expiresOn = action.expiresOn instanceof Map ? action.expiresOn.get(token.id) : action.expiresOn
      if (expiresOn === undefined) return 'Keeps its expiration'
      if (expiresOn && before.notBefore && msOf(expiresOn) <= msOf(before.notBefore))
        return 'Would expire before it starts'
      return { ...before, expiresOn }
    }
    case 'ip':
      if (before.condition.isOdd) return 'Its IP limit has values Token Desk can’t read'
      return { ...before, condition: conditionAfter(action, before.condition) }
  }
}

function conditionAfter({ mode, condition }: Extract<BulkAction, { kind: 'ip' }>, before: Condition): Condition {
  if (mode === 'replace') return { ...before, ...condition }
  return {
    ...before,
    allowed: [...new Set([...before.allowed, ...condition.allowed])],
    exceptions: [...new Set([...before.exceptions, ...condition.exceptions])],
  }
}

/** Whether a change gives more access to a token that works, or will. */
export const givesMore = ({ token, wanted, changes }: PlannedChange): boolean =>
  wanted !== null && widens(changes) && (mayWork(token.status) || mayWork(wanted.status))
