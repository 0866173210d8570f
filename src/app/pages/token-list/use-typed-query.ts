import { useEffect, useRef, useState } from 'react'
import { looksLikeSecret } from '#domain/secret/looks-like-secret.ts'

/** As long as somebody is still typing, the address stays as it is. */
const PAUSE_MS = 300

/**
 * The words somebody types, at once, and a moment later through `onPause` for the
 * address. A secret pasted by mistake is searched for here and never leaves for there.
 */
export function useTypedQuery(inAddress: string, onPause: (query: string) => void) {
  const [query, setQuery] = useState(inAddress)
  const written = useRef(inAddress)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isSecret = looksLikeSecret(query)

  // The address is outside React: back, forward or a saved view bring other words with them.
  useEffect(() => {
    if (inAddress === written.current) return
    written.current = inAddress
    clearTimeout(timer.current)
    setQuery(inAddress)
  }, [inAddress])

  useEffect(() => () => clearTimeout(timer.current), [])

  const type = (typed: string) => {
    setQuery(typed)
    clearTimeout(timer.current)
    const wanted = looksLikeSecret(typed) ? '' : typed.trim()
    timer.current = setTimeout(() => {
      if (wanted === written.current) return
      written.current = wanted
      onPause(wanted)
    }, PAUSE_MS)
  }

  /** Words from elsewhere, already on their way into the address. */
  const reset = (words: string) => {
    clearTimeout(timer.current)
    written.current = words
    setQuery(words)
  }

  return { query, isSecret, type, reset }
}
