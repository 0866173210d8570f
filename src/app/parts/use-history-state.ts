import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'

declare module '@tanstack/react-router' {
  interface HistoryState {
    kept?: Record<string, unknown>
  }
}

/**
 * A state that stays with the page's entry in the history, so that it is there again after Back and a reload. A change of
 * the address begins anew. A number or a boolean; `name` is unique on the page.
 */
export function useHistoryState<Value>(name: string, initial: Value): [value: Value, change: (value: Value) => void] {
  const router = useRouter()
  const [value, setValue] = useState(() => {
    const kept = router.latestLocation.state.kept?.[name]
    return isLike(kept, initial) ? kept : initial
  })
  const change = (next: Value) => {
    // An element that opens tells of it, also where it was opened by this.
    if (next === value) return
    setValue(next)
    void router.navigate({
      to: '.',
      search: true,
      state: (before) => ({ ...before, kept: { ...before.kept, [name]: next } }),
      replace: true,
      resetScroll: false,
    })
    // The history writes once a tick, and another change in this one would replace this.
    router.history.flush()
  }
  return [value, change]
}

/** An older version may have kept something else. */
const isLike = <Value>(kept: unknown, initial: Value): kept is Value => typeof kept === typeof initial
