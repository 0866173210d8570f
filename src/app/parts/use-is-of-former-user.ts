import { useSyncExternalStore } from 'react'
import { isOfFormerUser } from './kept-in-tab.ts'

/** The user of the page signed out in another tab, or another one signed in there. */
export const useIsOfFormerUser = (): boolean => useSyncExternalStore(onStorage, isOfFormerUser)

function onStorage(listener: () => void) {
  addEventListener('storage', listener)
  return () => removeEventListener('storage', listener)
}
