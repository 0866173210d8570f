import type { HistoryLocation } from '@tanstack/history'
import { useEffect, useEffectEvent } from 'react'
import { useRouter } from './routing.tsx'

type LeaveGuard = {
  /** Whether somebody would lose something now: then the browser asks before the tab is closed. */
  isArmed: () => boolean
  /** Says, and may ask, whether they may go to `next`. */
  mayLeave: (next: HistoryLocation, current: HistoryLocation) => boolean
}

/** Stands between somebody and every way off the page: a link, the browser's buttons, a closed tab. */
export function useLeaveGuard(guard: LeaveGuard): void {
  const { history } = useRouter()
  const isHeld = useEffectEvent((next: HistoryLocation, current: HistoryLocation) => !guard.mayLeave(next, current))
  const isArmed = useEffectEvent(() => guard.isArmed())

  // The browser's history is outside React.
  useEffect(
    () =>
      history.block({
        blockerFn: ({ nextLocation, currentLocation }) => isHeld(nextLocation, currentLocation),
        enableBeforeUnload: () => isArmed(),
      }),
    [history],
  )
}
