import { useCallback, useDeferredValue, useEffect, useEffectEvent, useState } from 'react'
import { secretRules } from './secret-rules.ts'

/** The address stays as it is while the user is typing, in ms. */
const PAUSE_MS = 300

type LooksLikeSecret = (text: string) => boolean

/** What may go into the address: a secret pasted by mistake never does. `null` while that cannot be told. */
export function wordsForAddress(typed: string, looksLikeSecret: LooksLikeSecret | undefined): string | null {
  if (typed.trim() === '') return ''
  if (!looksLikeSecret) return null
  return looksLikeSecret(typed) ? '' : typed.trim()
}

/**
 * The text of a search box, its deferred value for the results, and, after a pause, through `onPause` the
 * address. Words that come from the address by other ways, such as Back, replace what is in the box.
 */
export function useTypedSearch(inAddress: string, onPause: (words: string) => void) {
  const [typed, setTyped] = useState(inAddress)
  const [address, setAddress] = useState({ seen: inAddress, written: inAddress })
  const words = useDeferredValue(typed)
  const looksLikeSecret = secretRules.useModule(typed)?.looksLikeSecret
  const wanted = wordsForAddress(typed, looksLikeSecret)

  if (inAddress !== address.seen) {
    setAddress({ seen: inAddress, written: inAddress })
    // The user may have typed on since the box wrote these words itself.
    if (inAddress !== address.written) setTyped(inAddress)
  }

  const write = (next: string) => {
    setAddress({ seen: inAddress, written: next })
    onPause(next)
  }
  /** For a user who leaves the box before the pause, perhaps to follow a result: Back leads to these words. */
  const finish = () => {
    if (wanted !== null && wanted !== inAddress.trim()) write(wanted)
  }
  const writeLatest = useEffectEvent(write)

  // The address is outside React.
  useEffect(() => {
    if (wanted === null || wanted === inAddress.trim()) return undefined
    const timer = setTimeout(() => writeLatest(wanted), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [wanted, inAddress])

  /** Puts in words that the caller writes into the address itself. */
  const replace = useCallback((text: string) => {
    setTyped(text)
    setAddress(({ seen }) => ({ seen, written: text }))
  }, [])

  return { typed, words, isSecret: looksLikeSecret?.(typed) ?? false, type: setTyped, finish, replace }
}
