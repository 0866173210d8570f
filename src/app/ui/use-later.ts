import { useDeferredValue } from 'react'

/**
 * False while a component is first drawn and true right after: what is used rather than read waits for it, so that
 * there is something to read sooner. Its place should be kept, for nothing to move when it comes.
 */
export const useLater = () => useDeferredValue(true, false)
