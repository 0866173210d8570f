import { useEffect } from 'react'
import { inIdleMoments } from '#app/ui/when-idle.ts'

/** Nobody has filled in a form by then. */
const PREPARE_AFTER_MS = 1500

/** What saving needs is here before it is asked for, also if the line breaks then. `tasks` are the same at every call. */
export function usePreparedSaving(tasks: (() => void)[]): void {
  // The network is outside React.
  useEffect(() => {
    let stop = () => {}
    const timer = setTimeout(() => (stop = inIdleMoments(tasks)), PREPARE_AFTER_MS)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [tasks])
}
