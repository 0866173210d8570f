import { useEffect, useState } from 'react'
import { keepRun, type RunKeeper } from './keep-run.ts'

/** For the run of a dialog: one that is left in the middle is told of by the page. */
export function useKeptRun(accountId: string): RunKeeper {
  const [kept] = useState(() => keepRun(accountId))
  // What tells of it is outside the dialog.
  useEffect(() => {
    kept.show(true)
    return () => kept.show(false)
  }, [kept])
  return kept
}
