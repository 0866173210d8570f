import { startTransition, useEffect, useRef, useState } from 'react'
import { looksLikeSecret } from '#domain/secret/looks-like-secret.ts'

/** As long as somebody is still typing, the address stays as it is. */
const PAUSE_MS = 300

/** Words to search for, and how often they came from elsewhere than the box they are typed in. */
export type TypedQuery = { words: string; version: number }

/**
 * The words somebody types, as fast as the page follows them, and after a pause through `onPause` for the
 * address. A secret pasted by mistake is searched for here and never leaves for there.
 */
export function useTypedQuery(inAddress: string, onPause: (query: string) => void) {
  const [query, setQuery] = useState<TypedQuery>({ words: inAddress, version: 0 })
  const written = useRef(inAddress)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isSecret = looksLikeSecret(query.words)

  // The address is outside React: back, forward or a saved view bring other words with them.
  useEffect(() => {
    if (inAddress === written.current) return
    written.current = inAddress
    clearTimeout(timer.current)
    setQuery(({ version }) => ({ words: inAddress, version: version + 1 }))
  }, [inAddress])

  useEffect(() => () => clearTimeout(timer.current), [])

  const type = (typed: string) => {
    // The box shows each key itself: the page around it and its rows need not be drawn before the next one.
    startTransition(() => setQuery(({ version }) => ({ words: typed, version })))
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
    setQuery(({ version }) => ({ words, version: version + 1 }))
  }

  return { query, isSecret, type, reset }
}
