import { groupedBy } from './grouped-by.ts'

/**
 * Something that may be chosen. `cost` is a number whose parts count in order, the greatest first. Items of one `owner`
 * share a charge, paid once. `rank` is the part of the cost that counts more than the charge.
 */
export type CoverItem = { cost: bigint; rank: bigint; owner: number }

/** Each row lists the items of which one has to be chosen, in ascending order. */
export type CoverProblem = { rows: readonly (readonly number[])[]; items: readonly CoverItem[] }

/** What is left to decide, and the items that every best choice may have. */
export type Reduced = { rows: number[][]; chosen: number[] }

/**
 * Takes out of a problem what decides itself, until nothing more does: a row with one item; a row that is met whenever
 * another is; an item that another one replaces at no higher cost. The cost of the best choice stays the same.
 */
export function reduceCover({ rows, items }: CoverProblem): Reduced {
  const chosen = new Set<number>()
  const paid = new Set<number>()
  let left = rows.map((row) => [...row])
  for (;;) {
    const before = sizeOf(left)
    for (const [only, ...others] of left) {
      const item = only === undefined ? undefined : items[only]
      if (only === undefined || item === undefined || others.length > 0) continue
      chosen.add(only)
      paid.add(item.owner)
    }
    left = withoutImplied(left.filter((row) => !row.some((item) => chosen.has(item))))
    const dropped = replaceable(left, items, paid)
    left = left.map((row) => row.filter((item) => !dropped.has(item)))
    if (sizeOf(left) === before) return { rows: left, chosen: [...chosen] }
  }
}

const sizeOf = (rows: readonly (readonly number[])[]) => rows.reduce((sum, row) => sum + 1 + row.length, 0)

/** Which rows each item meets. */
export function rowsByItem(rows: readonly (readonly number[])[]): Map<number, Set<number>> {
  const meets = new Map<number, Set<number>>()
  for (const [index, row] of rows.entries()) {
    for (const item of row) {
      const known = meets.get(item)
      if (known) known.add(index)
      else meets.set(item, new Set([index]))
    }
  }
  return meets
}

/** A row that includes all items of another is met with it. */
function withoutImplied(rows: number[][]): number[][] {
  const meets = rowsByItem(rows)
  const implied = new Set<number>()
  for (const [index, row] of rows.entries()) {
    if (implied.has(index)) continue
    const [rarest] = row.map((item) => meets.get(item) ?? new Set<number>()).sort((a, b) => a.size - b.size)
    for (const other of rarest ?? []) {
      if (other !== index && !implied.has(other) && row.every((item) => meets.get(item)?.has(other))) implied.add(other)
    }
  }
  return rows.filter((_, index) => !implied.has(index))
}

/** Items that another one replaces. One after the other, so that of two that replace each other one remains. */
function replaceable(
  rows: readonly number[][],
  items: readonly CoverItem[],
  paid: ReadonlySet<number>,
): ReadonlySet<number> {
  const meets = rowsByItem(rows)
  const dropped = new Set<number>()
  /** Whether `a` meets all that `b` does and costs no more; of equal ones the first. */
  const isAsGood = (a: number, b: number) => {
    const [ours, theirs] = [items[a], items[b]]
    if (a === b || dropped.has(a) || !ours || !theirs || ours.cost > theirs.cost) return false
    if (ours.cost === theirs.cost && a > b) return false
    const [wide, narrow] = [meets.get(a), meets.get(b)]
    return wide !== undefined && narrow !== undefined && isWithin(narrow, wide)
  }
  const rivalsOf = (item: number): readonly number[] => {
    const [first = -1] = meets.get(item) ?? []
    return rows[first] ?? []
  }
  const ownerOf = (item: number) => items[item]?.owner ?? -1
  /** The charge of the owner of `a` must not make it the more expensive one. */
  const isFree = (a: number, b: number) =>
    ownerOf(a) === ownerOf(b) || paid.has(ownerOf(a)) || (items[a]?.rank ?? 0n) < (items[b]?.rank ?? 0n)
  for (const item of meets.keys())
    if (rivalsOf(item).some((rival) => isFree(rival, item) && isAsGood(rival, item))) dropped.add(item)

  const kept = [...meets.keys()].filter((item) => !dropped.has(item))
  const byOwner = groupedBy(kept, ownerOf)
  for (const [owner, own] of byOwner) {
    if (paid.has(owner)) continue
    const rivals = new Set(rivalsOf(own[0] ?? -1).map(ownerOf))
    rivals.delete(owner)
    const isReplaced = [...rivals].some((rival) => {
      const theirs = byOwner.get(rival) ?? []
      return own.every((item) => theirs.some((other) => isAsGood(other, item)))
    })
    if (isReplaced) for (const item of own) dropped.add(item)
  }
  return dropped
}

function isWithin(narrow: ReadonlySet<number>, wide: ReadonlySet<number>): boolean {
  if (narrow.size > wide.size) return false
  for (const row of narrow) if (!wide.has(row)) return false
  return true
}
