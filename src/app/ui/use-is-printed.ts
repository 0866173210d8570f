import { useSyncExternalStore } from 'react'

const print = matchMedia('print')

function listen(change: () => void) {
  print.addEventListener('change', change)
  return () => print.removeEventListener('change', change)
}

/** While the page is drawn for paper, which has no buttons that show more. */
export const useIsPrinted = (): boolean => useSyncExternalStore(listen, () => print.matches)
