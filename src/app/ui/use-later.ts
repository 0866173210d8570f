import { startTransition, useDeferredValue, useEffect, useState } from 'react'

/**
 * False while a component is first drawn and true right after: what is used rather than read waits for it, so that
 * there is something to read sooner. Its place should be kept, for nothing to move when it comes.
 */
export const useLater = () => useDeferredValue(true, false)

/**
 * The same for a part that itself has parts that come later: React draws a value it deferred in one piece, with all
 * that is deferred in there. True from the beginning if `isNow`.
 */
export function useNext(isNow: boolean): boolean {
  const [isHere, setIsHere] = useState(isNow)
  useEffect(() => startTransition(() => setIsHere(true)), [])
  return isHere
}
