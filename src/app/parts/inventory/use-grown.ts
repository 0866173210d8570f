import { useHeld } from './use-held.ts'

/** A quarter more is worth drawing again. */
const FACTOR = 1.25

/**
 * A list that grows with every page that is read, in steps: what is computed of it and drawn costs time, which reading
 * needs as well.
 */
export const useGrown = <Items extends unknown[] | undefined>(items: Items, isGrowing: boolean): Items =>
  useHeld(items, (kept) => {
    if (!isGrowing || !kept || !items) return false
    return items.length >= kept.length && items.length < kept.length * FACTOR
  })
