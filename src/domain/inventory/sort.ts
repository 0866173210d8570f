import { statusValue, type Entry } from './entries.ts'
import type { Direction, Sort } from './facets.ts'
import { fixedValues } from './filters.ts'

/**
 * Entries in another order. What compares equal keeps the order it had, either way
 * round. No end counts as the latest end, no use as the longest ago.
 */
export function sortEntries(entries: Entry[], sort: Sort, direction: Direction, now: number): Entry[] {
  // The inventory is read newest first.
  if (sort === 'issued') return direction === 'desc' ? entries : entries.toReversed()
  const sign = direction === 'asc' ? 1 : -1
  if (sort === 'name') return entries.toSorted((a, b) => sign * compare(a.sortName, b.sortName))
  const keyOf = KEYS[sort]
  const keyed = entries.map((entry) => ({ entry, key: keyOf(entry, now) }))
  return keyed.sort((a, b) => sign * compare(a.key, b.key)).map(({ entry }) => entry)
}

/** Those of the `ordered` entries that were found: sorting is dear, and every key of a search finds others. */
export function inOrder(found: Entry[], ordered: Entry[]): Entry[] {
  if (found.length === ordered.length) return ordered
  const wanted = new Set(found)
  return ordered.filter((entry) => wanted.has(entry))
}

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)

const STATUSES = fixedValues('status')

const KEYS: Record<Exclude<Sort, 'issued' | 'name'>, (entry: Entry, now: number) => number> = {
  status: (entry, now) => STATUSES.indexOf(statusValue(entry, now)),
  permissions: ({ groups }) => groups.length,
  resources: ({ resources }) => resources.length,
  ranges: ({ token }) => token.condition.allowed.length + token.condition.exceptions.length,
  used: ({ usedAt }) => usedAt,
  expires: ({ expiresAt }) => expiresAt,
  modified: ({ modifiedAt }) => modifiedAt,
}
