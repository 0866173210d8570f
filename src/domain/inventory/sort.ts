import type { Entry } from './entries.ts'
import { SEVERITIES } from '#domain/findings/finding.ts'
import type { Judged, JudgedTokens } from './judged.ts'
import { STATUS_LABELS, statusValue } from './entry-values.ts'

export type Direction = 'asc' | 'desc'

type SortKey = (entry: Entry, now: number, judged: Judged | undefined) => string | number

const STATUSES = Object.keys(STATUS_LABELS)

/** What each column of the list is sorted by. */
export const SORT_KEYS = {
  name: ({ sortName }) => sortName,
  status: (entry, now) => STATUSES.indexOf(statusValue(entry, now)),
  findings: (_entry, _now, judged) => urgencyOf(judged),
  permissions: ({ groups }) => groups.length,
  resources: ({ resources }) => resources.length,
  ranges: ({ token }) => token.condition.allowed.length + token.condition.exceptions.length,
  used: ({ usedAt }) => usedAt,
  expires: ({ expiresAt }) => expiresAt,
  modified: ({ modifiedAt }) => modifiedAt,
} satisfies Record<string, SortKey>

export type ColumnName = keyof typeof SORT_KEYS

/** `issued` is the API's own order and costs nothing; for the others all tokens have to be known. */
export type Sort = 'issued' | ColumnName

/**
 * Entries in another order. What compares equal keeps its order in both directions.
 * No expiry counts as the latest expiry, no use as the longest ago.
 */
export function sortEntries(
  entries: Entry[],
  sort: Sort,
  direction: Direction,
  now: number,
  judged?: JudgedTokens,
): Entry[] {
  // The inventory is read newest first.
  if (sort === 'issued') return direction === 'desc' ? entries : entries.toReversed()
  const sign = direction === 'asc' ? 1 : -1
  const keyOf: SortKey = SORT_KEYS[sort]
  const keyed = entries.map((entry) => ({ entry, key: keyOf(entry, now, judged?.get(entry.token.id)) }))
  return keyed.sort((a, b) => sign * compare(a.key, b.key)).map(({ entry }) => entry)
}

/** The matches in the order of the sorted entries: sorting is slow, and each key of a search has other matches. */
export function inOrder(matches: Entry[], sorted: Entry[]): Entry[] {
  if (matches.length === sorted.length) return sorted
  const wanted = new Set(matches)
  return sorted.filter((entry) => wanted.has(entry))
}

/** The worst finding counts, then how many there are. */
function urgencyOf(judged: Judged | undefined): number {
  if (!judged?.worst) return 0
  return (SEVERITIES.length - SEVERITIES.indexOf(judged.worst)) * MORE_THAN_FINDINGS + judged.count
}

const MORE_THAN_FINDINGS = 100_000

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)
