import { useEffect, useState } from 'react'

/** Whole seconds until a moment (ms since 1970), counted down; 0 once it is over, and where there is none. */
export function useSecondsLeft(until: number | null): number {
  const [left, setLeft] = useState(() => secondsUntil(until))
  // The clock is outside React.
  useEffect(() => {
    const tick = () => setLeft(secondsUntil(until))
    tick()
    if (until === null) return
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [until])
  return left
}

const secondsUntil = (until: number | null) => Math.max(0, Math.ceil(((until ?? 0) - Date.now()) / 1000))
