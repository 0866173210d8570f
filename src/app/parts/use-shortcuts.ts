import { useEffectEvent, useLayoutEffect } from 'react'
import { readStored } from '#app/ui/storage.ts'

export type Shortcut = {
  /** As the browser names it: `/`, `?`, `c`; with `mod` Ctrl or, on a Mac, ⌘ is held. */
  key: string
  mod?: boolean
  /** `false` when there is nothing to do here. */
  onPress: (event: KeyboardEvent) => boolean
}

/** Where `off` is stored. */
export const SINGLE_KEYS = 'token-desk.single-keys'

/** Whether keys without Ctrl do something. Users who speak to the computer, or brush the keyboard, turn them off. */
export const singleKeysAreOn = (): boolean => readStored('localStorage', SINGLE_KEYS) !== 'off'

/** Keys that work anywhere but in a field and under a dialog or an open menu, which have keys of their own. */
export function useShortcuts(shortcuts: Shortcut[]): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || document.querySelector('[role="dialog"], [role="menu"]')) return
    const isMod = event.ctrlKey || event.metaKey
    if (!isMod && (isTyping(event.target) || !singleKeysAreOn())) return
    const shortcut = shortcuts.find(({ key, mod = false }) => key === event.key.toLowerCase() && mod === isMod)
    if (shortcut?.onPress(event)) event.preventDefault()
  })

  // The keyboard is outside React. A user may press a key as soon as the page is painted.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.matches(':read-write, select')
