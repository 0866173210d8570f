import { useEffect, useState } from 'react'

/**
 * Whether `state` has been true for so long that it deserves to be shown. What passes sooner is not: it would flicker,
 * and measured at 5,000 tokens on a slow laptop, dimming the rows at each key was half of what a key took.
 */
export function useLasting(state: boolean): boolean {
  const [isLasting, setIsLasting] = useState(false)
  useEffect(() => {
    if (!state) return
    const timer = setTimeout(() => setIsLasting(true), WORTH_SHOWING_MS)
    return () => {
      clearTimeout(timer)
      setIsLasting(false)
    }
  }, [state])
  return state && isLasting
}

const WORTH_SHOWING_MS = 250
