import { reduceCover, rowsByItem, type CoverItem, type CoverProblem } from './cover-reduction.ts'
import { groupedBy } from './grouped-by.ts'

export type Cover = { chosen: number[]; isExact: boolean }

type Options = {
  /** What the first item of an owner costs more. */
  charge: bigint
  /** So many steps of the search are taken. */
  maxSteps: number
}

/**
 * Chooses items so that every row has one, at the lowest cost: exact, by reductions, then branch and bound in each part
 * that shares nothing with the others. After `maxSteps` the best choice so far is taken, and is not exact. The same for
 * the same problem: of equal choices the one found first.
 */
export function cheapestCover({ rows, items }: CoverProblem, { charge, maxSteps }: Options): Cover {
  const reduced = reduceCover({ rows, items })
  const paid = new Set(reduced.chosen.map((item) => items[item]?.owner ?? -1))
  let steps = maxSteps
  const found = partsOf(reduced.rows, items, paid).map((part) => {
    const result = search(part, items, paid, { charge, maxSteps: steps })
    steps = Math.max(0, steps - result.steps)
    return result
  })
  const chosen = [...reduced.chosen, ...found.flatMap((one) => one.chosen)]
  return { chosen: chosen.toSorted((a, b) => a - b), isExact: found.every((one) => one.isExact) }
}

/** Rows that share an item, or an owner that is not paid, are decided together. */
function partsOf(rows: number[][], items: readonly CoverItem[], paid: ReadonlySet<number>): number[][][] {
  const parents = rows.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parents[root] !== root) root = parents[root] ?? root
    parents[index] = root
    return root
  }
  const firstBy = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    for (const item of row) {
      const owner = items[item]?.owner ?? -1
      const key = paid.has(owner) ? `item ${item}` : `owner ${owner}`
      const first = firstBy.get(key)
      if (first === undefined) firstBy.set(key, index)
      else parents[rootOf(index)] = rootOf(first)
    }
  }
  const parts = groupedBy(rows.entries(), ([index]) => rootOf(index))
  return [...parts.values()].map((part) => part.map(([, row]) => row))
}

type Best = { cost: bigint; chosen: number[] }

function search(
  rows: readonly number[][],
  items: readonly CoverItem[],
  paid: ReadonlySet<number>,
  { charge, maxSteps }: Options,
): Cover & { steps: number } {
  const meets = rowsByItem(rows)
  const banned = new Set<number>()
  const owners = new Set(paid)
  const chosen: number[] = []
  let best: Best | null = null
  let steps = 0

  function visit(open: readonly number[], cost: bigint): void {
    steps += 1
    if (open.length === 0) {
      best = { cost, chosen: [...chosen] }
      return
    }
    const options = open.map((row) => (rows[row] ?? []).filter((item) => !banned.has(item)))
    if (options.some((row) => row.length === 0)) return
    if (best && cost + leastOf(options, items, owners, charge) >= best.cost) return
    const [narrowest = []] = options.toSorted((a, b) => a.length - b.length)
    const ordered = inOrder(narrowest, open)
    for (const item of ordered) {
      // The first way down always ends in a choice.
      if (best && steps >= maxSteps) break
      choose(item, open, cost)
      banned.add(item)
    }
    for (const item of ordered) banned.delete(item)
  }

  function choose(item: number, open: readonly number[], cost: bigint): void {
    const { cost: price = 0n, owner = -1 } = items[item] ?? {}
    const isNew = !owners.has(owner)
    owners.add(owner)
    chosen.push(item)
    const next = cost + price + (isNew ? charge : 0n)
    if (!best || next < best.cost)
      visit(
        open.filter((row) => !meets.get(item)?.has(row)),
        next,
      )
    chosen.pop()
    if (isNew) owners.delete(owner)
  }

  /** What gives away least, then what meets most. */
  function inOrder(row: readonly number[], open: readonly number[]): number[] {
    const metBy = (item: number) => open.filter((one) => meets.get(item)?.has(one)).length
    return row
      .map((item) => ({ item, met: metBy(item), rank: items[item]?.rank ?? 0n, cost: items[item]?.cost ?? 0n }))
      .toSorted((a, b) => compare(a.rank, b.rank) || b.met - a.met || compare(a.cost, b.cost) || a.item - b.item)
      .map(({ item }) => item)
  }

  visit([...rows.keys()], 0n)
  const isExact = steps < maxSteps
  return { chosen: withoutSpare(best, rows, items), isExact, steps }
}

const compare = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0)

/** What the open rows cost at least: rows that share no item are paid one by one. */
function leastOf(
  options: readonly (readonly number[])[],
  items: readonly CoverItem[],
  owners: ReadonlySet<number>,
  charge: bigint,
): bigint {
  const seen = new Set<number>()
  const charged = new Set(owners)
  let least = 0n
  for (const row of options.toSorted((a, b) => a.length - b.length)) {
    if (row.some((item) => seen.has(item))) continue
    let cheapest: bigint | null = null
    let isCharged = true
    for (const item of row) {
      const { cost = 0n, owner = -1 } = items[item] ?? {}
      seen.add(item)
      if (cheapest === null || cost < cheapest) cheapest = cost
      if (charged.has(owner)) isCharged = false
    }
    if (isCharged) for (const item of row) charged.add(items[item]?.owner ?? -1)
    least += (cheapest ?? 0n) + (isCharged ? charge : 0n)
  }
  return least
}

/** A choice that is not exact may have items that others make needless. */
function withoutSpare(best: Best | null, rows: readonly number[][], items: readonly CoverItem[]): number[] {
  const kept = new Set(best?.chosen)
  const priciest = [...kept].sort((a, b) => compare(items[b]?.cost ?? 0n, items[a]?.cost ?? 0n))
  for (const item of priciest) {
    const isSpare = rows.every((row) => !row.includes(item) || row.some((other) => other !== item && kept.has(other)))
    if (isSpare) kept.delete(item)
  }
  return [...kept]
}
