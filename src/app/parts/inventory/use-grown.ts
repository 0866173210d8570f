import { useState } from 'react'

/** A quarter more is worth drawing again. */
const FACTOR = 1.25

/**
 * A list that grows with every page that is read, in steps: what is computed of it and drawn costs time, which reading
 * needs as well.
 */
export function useGrown<Items extends unknown[] | undefined>(items: Items, isGrowing: boolean): Items {
  const [kept, setKept] = useState(items)
  const isDue = !isGrowing || !kept || !items || items.length >= kept.length * FACTOR || items.length < kept.length
  if (isDue && items !== kept) setKept(items)
  return isDue ? items : kept
}
