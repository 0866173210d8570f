import type { GroupReach } from './reach.ts'
import { pairOfRead, pairOfWrite } from './read-in-write.ts'

/**
 * The names of Reads that only one of two tokens denies, or each elsewhere, whose Write it holds. A deny of a Read
 * leaves open whether the Write still reads, so it is not known whether both can read the same.
 */
export function openReads(a: readonly GroupReach[], b: readonly GroupReach[]): { onlyA: string[]; onlyB: string[] } {
  const [ours, theirs] = [deniedReads(a), deniedReads(b)]
  const namesOnlyIn = (some: typeof ours, others: typeof ours) =>
    some.flatMap(({ name, key }) => (others.some((other) => other.key === key) ? [] : [name]))
  return { onlyA: namesOnlyIn(ours, theirs), onlyB: namesOnlyIn(theirs, ours) }
}

/** `key`: the group and where it is denied. */
function deniedReads(reach: readonly GroupReach[]): { name: string; key: string }[] {
  const writes = new Set(
    reach.map(({ group, places }) => (places.some(({ state }) => state === 'reached') ? pairOfWrite(group) : null)),
  )
  return reach.flatMap(({ group, denies }) => {
    const pair = pairOfRead(group)
    if (pair === null || denies.length === 0 || !writes.has(pair)) return []
    const keys = denies.map(({ key }) => key).toSorted()
    return [{ name: group.name ?? group.id, key: `${group.id} ${keys.join(' ')}` }]
  })
}
