import { msOf } from '#domain/token/time.ts'
import { wasUsedLately } from '#domain/token/confirmation.ts'
import type { TokenFacts } from './facts.ts'
import { SEVERITIES, type Finding } from './finding.ts'

/** What is found in a token, or of the account where there are no facts. */
export type Judged = { facts: TokenFacts | null; rank: Rank; findings: readonly Finding[] }

export const judgedOf = <Facts extends TokenFacts | null>(facts: Facts, findings: readonly Finding[], now: number) => ({
  facts,
  rank: toRank(facts, now),
  findings: ordered(findings),
})

/** The findings of a token and further ones, in their order. */
export const withMore = (findings: readonly Finding[], more: readonly Finding[]): readonly Finding[] =>
  more.length === 0 ? findings : ordered([...findings, ...more])

const ordered = (findings: readonly Finding[]) =>
  findings.toSorted((a, b) => compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint))

/** Tokens used in the last seven days, then those with the widest access, then the oldest; of equal ones, by ID. */
export const byRank = ({ facts: a, rank: one }: Judged, { facts: b, rank: other }: Judged): number =>
  other.used - one.used ||
  other.breadth - one.breadth ||
  compare(one.since, other.since) ||
  compare(a?.token.id ?? '', b?.token.id ?? '')

/** All findings by severity, and else in the order of their lists. */
export function bySeverity(lists: readonly (readonly Finding[])[]): Finding[] {
  const found = new Map(SEVERITIES.map((severity) => [severity, new Array<Finding>()]))
  for (const findings of lists) for (const finding of findings) found.get(finding.severity)?.push(finding)
  return [...found.values()].flat()
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
