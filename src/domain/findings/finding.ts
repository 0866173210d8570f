import type { IpMode } from '#domain/condition/condition.ts'
import type { TokenDraft } from '#domain/token/request-body.ts'

/** From the most to the least urgent. */
export const SEVERITIES = ['act-now', 'fix-soon', 'review', 'tidy'] as const
export type Severity = (typeof SEVERITIES)[number]

export const SEVERITY_LABELS: Record<Severity, string> = {
  'act-now': 'Act now',
  'fix-soon': 'Fix soon',
  review: 'Review',
  tidy: 'Tidy',
}

type Danger = 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7' | 'D8'
type Wide = 'W1' | 'W2' | 'W3' | 'W6' | 'W7'
type Nothing = 'N1' | 'N2' | 'N3' | 'N4' | 'N5' | 'N6' | 'N7' | 'N8' | 'N9' | 'N10' | 'N11'
type Time = 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6' | 'T7' | 'T8' | 'T10' | 'T11' | 'T12'
/** Stored with suppressions, so an ID never changes its meaning. */
export type RuleId = Danger | Wide | Nothing | Time | 'I1' | 'I2' | 'I3' | 'I4' | 'O1' | 'O2' | 'O3' | 'O5' | 'O6'

/** What was seen: a permission group on a place, or a field of the token. */
export type Evidence = {
  /** The policy's place in the token from 0. */
  policyIndex?: number
  policyId?: string
  groupId?: string
  /** The key of a place. */
  target?: string
  field?: string
  value?: string
  /** RFC 3339. */
  at?: string
}

type FixAction =
  | { kind: 'disable' }
  | { kind: 'delete' }
  | { kind: 'roll' }
  /** Whole-second UTC. */
  | { kind: 'expiry'; expiresOn: string }
  /** The user has to enter the addresses: more of them, or others where the present ones let everyone in. */
  | { kind: 'ip'; mode: IpMode }

/** What ends a finding. Nothing is written before the user reviewed it. */
export type Fix =
  | { kind: 'draft'; label: string; draft: TokenDraft }
  /** A choice that only the user can make: the editor opens, at a policy if one is given (from 0). */
  | { kind: 'edit'; label: string; policyIndex?: number }
  | { kind: 'action'; label: string; action: FixAction }
  /** A new token takes the place of this one. */
  | { kind: 'replace'; label: string }
  | { kind: 'none' }

export const NO_FIX: Fix = { kind: 'none' }

/** What a rule found in one token. */
export type Seen = { severity: Severity; seen: string; evidence: Evidence[]; fix: Fix }

export type Finding = Seen & {
  rule: RuleId
  /** `null` for the account as a whole. */
  tokenId: string | null
  /** The same until the fact changes: without times and without the order of policies. */
  fingerprint: string
}
