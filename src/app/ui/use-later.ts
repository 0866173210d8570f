import { useDeferredValue } from 'react'

/**
 * False in a component's first render and true right after: controls may wait for it, so that content
 * renders first. The caller reserves their space, so that nothing moves.
 */
export const useLater = () => useDeferredValue(true, false)
