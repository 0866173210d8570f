import { useEffect } from 'react'

let shown = 0
const waiting = new Set<() => void>()

/** While the component is there, a secret is shown that nothing else has; or will be, from the request for it on. */
export function useShownSecret(isDue = true): void {
  // What leaves the page is outside React.
  useEffect(() => {
    if (!isDue) return
    shown += 1
    return () => {
      shown -= 1
      // A request gives way to its secret in one render, which counts this one off before that one.
      queueMicrotask(() => {
        if (isSecretShown()) return
        const all = [...waiting]
        waiting.clear()
        for (const leave of all) leave()
      })
    }
  }, [isDue])
}

export const isSecretShown = (): boolean => shown > 0

/** Runs `leave` now, or once no secret is shown any more: a page that is left takes its secret along. */
export function onceNoSecretIsShown(leave: () => void): void {
  if (isSecretShown()) waiting.add(leave)
  else leave()
}
