import { useEffect, useState } from 'react'

/** Long enough for the first page: nothing on it waits for what the frame still wants to know. */
const QUIET_AFTER_MS = 1000

/** True some time after the start. */
export function useIsQuiet(): boolean {
  const [isQuiet, setIsQuiet] = useState(false)
  // The clock is outside React.
  useEffect(() => {
    const timer = setTimeout(() => setIsQuiet(true), QUIET_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return isQuiet
}
