import { useDeferredValue, useEffect, useState } from 'react'
import { inOwnFrame } from './own-frame.ts'

/**
 * False in a component's first render and true right after: controls may wait for it, so that content
 * renders first. The caller reserves their space, so that nothing moves.
 */
export const useLater = () => useDeferredValue(true, false)

/**
 * Whether a part that is to be drawn has had its turn, a frame in which no other part has theirs. For what takes a
 * frame to lay out: React draws all that it deferred in one piece. True from the beginning if `isNow`.
 */
export function useTurn(isWanted: boolean, { isNow = false, isInView = true } = {}): boolean {
  const [isDrawn, setIsDrawn] = useState(isNow)
  const isWaiting = isWanted && !isDrawn
  useEffect(() => {
    if (!isWaiting) return undefined
    return inOwnFrame(() => setIsDrawn(true), isInView)
  }, [isWaiting, isInView])
  return isDrawn
}

type Pace = { first: number; step: number; isInView?: boolean }

/** How many of `total` parts are drawn: the `first`, then a `step` more a frame. Once it was all, it is all at once. */
export function useGradually(total: number, { first, step, isInView = true }: Pace): number {
  const [count, setCount] = useState(first)
  const isWaiting = count < total
  if (!isWaiting && count !== Infinity) setCount(Infinity)
  useEffect(() => {
    if (!isWaiting) return undefined
    return inOwnFrame(() => setCount(count + step), isInView)
  }, [isWaiting, count, step, isInView])
  return Math.min(count, total)
}
