import type { HistoryLocation, RouterHistory } from '@tanstack/history'

declare module '@tanstack/history' {
  interface HistoryState {
    /** What stands in view stays there. */
    keepScroll?: boolean | undefined
  }
}

const KEY = 'token-desk.scroll'

/** Whoever goes back, forward or reloads stands where they stood; every other page begins at its top. */
export function restoreScroll(history: RouterHistory): (arrived: HistoryLocation) => void {
  window.history.scrollRestoration = 'manual'
  const positions = read()
  let left = history.location
  const remember = () => {
    positions[keyOf(left)] = window.scrollY
  }
  history.subscribe(({ location }) => {
    remember()
    left = location
  })
  window.addEventListener('pagehide', () => {
    remember()
    write(positions)
  })

  return (arrived) => {
    const before = positions[keyOf(arrived)]
    if (before !== undefined || !arrived.state.keepScroll) window.scrollTo(0, before ?? 0)
  }
}

/** Each entry of the browser's history has a key of its own, which a reload leaves it. */
const keyOf = ({ state }: HistoryLocation) => state.key ?? ''

function read(): Record<string, number> {
  try {
    // Nobody but this module writes it.
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, number>
  } catch {
    // Storage can be switched off; then a reload begins at the top.
    return {}
  }
}

function write(positions: Record<string, number>): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(positions))
  } catch {
    // Nothing is lost but a convenience.
  }
}
