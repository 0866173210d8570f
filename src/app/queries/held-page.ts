import { useEffect } from 'react'

let holders = 0
const waiting = new Set<() => void>()

/**
 * The page stays while the component is there (`isHeld`): it shows what is nowhere else, such as a secret; or will, from
 * the request for it on.
 */
export function useHeldPage(isHeld = true): void {
  // What leaves the page is outside React.
  useEffect(() => {
    if (!isHeld) return
    holders += 1
    return () => {
      holders -= 1
      // A request gives way to its secret in one render, which counts this one off before that one.
      queueMicrotask(() => {
        if (isPageHeld()) return
        const all = [...waiting]
        waiting.clear()
        for (const leave of all) leave()
      })
    }
  }, [isHeld])
}

export const isPageHeld = (): boolean => holders > 0

/** Runs `leave` now, or once nothing holds the page any more: a page that is left takes along what it shows. */
export function oncePageIsFree(leave: () => void): void {
  if (isPageHeld()) waiting.add(leave)
  else leave()
}
