import { useEffect, useState } from 'react'

/** A wait shorter than this, in ms, is not shown: it would flicker. */
const DELAY_MS = 250

/** Whether `isPending` has been true for so long that the user should see it. */
export function useSpinDelay(isPending: boolean): boolean {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    if (!isPending) return undefined
    const timer = setTimeout(() => setIsLong(true), DELAY_MS)
    return () => {
      clearTimeout(timer)
      setIsLong(false)
    }
  }, [isPending])
  return isPending && isLong
}
