import { msOf } from '#domain/token/time.ts'
import { wasUsedLately } from '#domain/token/confirmation.ts'
import type { TokenFacts } from './facts.ts'
import { SEVERITIES, type Finding } from './finding.ts'

export type Placed = { finding: Finding; facts: TokenFacts | null }

/**
 * By severity, then tokens used in the last seven days, then those with the widest access, then the oldest. What is
 * still equal is ordered by token, rule and fingerprint, so that the order is always the same.
 */
export function inOrder(placed: readonly Placed[], now: number): Finding[] {
  const ranks = new Map<TokenFacts | null, Rank>()
  const rankOf = (facts: TokenFacts | null) => {
    const rank = ranks.get(facts) ?? toRank(facts, now)
    ranks.set(facts, rank)
    return rank
  }
  return placed
    .map(({ finding, facts }) => ({ finding, rank: rankOf(facts) }))
    .sort(
      ({ finding: a, rank: one }, { finding: b, rank: other }) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        other.used - one.used ||
        other.breadth - one.breadth ||
        compare(one.since, other.since) ||
        compare(a.tokenId ?? '', b.tokenId ?? '') ||
        compare(a.rule, b.rule) ||
        compare(a.fingerprint, b.fingerprint),
    )
    .map(({ finding }) => finding)
}

type Rank = { used: number; breadth: number; since: number }

function toRank(facts: TokenFacts | null, now: number): Rank {
  if (!facts) return { used: 0, breadth: ACCOUNT, since: Infinity }
  const { token } = facts
  const since = msOf(token.issuedOn ?? '')
  return {
    used: wasUsedLately(token, now) ? 1 : 0,
    breadth: breadthOf(facts),
    since: Number.isNaN(since) ? Infinity : since,
  }
}

const ACCOUNT = 4

/** The account, all of a kind, many, one, nothing. An unknown key may be the account. */
function breadthOf({ held }: TokenFacts): number {
  const places = new Set(held.flatMap((one) => one.places.map(({ place }) => place)))
  const kinds = new Set([...places].map(({ kind }) => kind))
  if (kinds.has('account') || kinds.has('unknown')) return ACCOUNT
  return kinds.has('all') ? 3 : Math.min(2, places.size)
}

const compare = <Value extends string | number>(a: Value, b: Value): number => (a === b ? 0 : a < b ? -1 : 1)
