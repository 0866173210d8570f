import type { BaseContext, Context, Judging } from './context.ts'
import type { TokenFacts } from './facts.ts'
import type { RuleId, Seen } from './finding.ts'

export const FAMILIES = {
  danger: 'Danger',
  wide: 'Too wide',
  nothing: 'Does nothing, or not what it says',
  time: 'Time and use',
  addresses: 'Where from',
  order: 'Order',
} as const

/**
 * What a finding is about, which decides what eases it:
 *
 * - `misuse`: what a stolen secret could do; less with few addresses, and little while the token does not work
 * - `function`: what the token is for does not work as written; little while the token does not work
 * - `end`: the token stopped working, so nothing eases it
 */
type About = 'misuse' | 'function' | 'end'

export type Rule = {
  id: RuleId
  family: keyof typeof FAMILIES
  about: About
  title: string
  /** Why it matters, in a sentence. */
  why: string
  /** What the app cannot see. */
  unseen: string
  /** When the rule is silent although its condition seems to hold. */
  guards: string[]
  /** What it cannot do without. */
  needs?: Need
} & (
  | { find: (facts: TokenFacts, context: BaseContext) => Seen[] }
  /** For rules that ask what is listed of the account's resources. */
  | { findListed: (facts: TokenFacts, context: Judging) => Seen[] }
  /**
   * For rules that compare tokens, in the order of their IDs, so that the same ones are named in any order of an account.
   * Without a token, it is about the account. Long work has a `null` between its steps.
   */
  | { findAcross: (all: readonly TokenFacts[], context: Context) => Iterable<SeenIn | null> }
)

export type Need = 'catalogue' | 'all-tokens' | 'count'

export type SeenIn = Seen & { facts: TokenFacts | null }

/** The finding of a rule that finds one thing or nothing. */
export const seenIf = (condition: boolean, seen: () => Seen): Seen[] => (condition ? [seen()] : [])
