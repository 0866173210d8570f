import { useCallback, useMemo, useState } from 'react'
import type { ListSearch } from './list-search.ts'

const NONE: Partial<ListSearch> = {}

/**
 * The view that the user has asked for: the address, with the changes that it does not show yet. A checkbox has to
 * answer in the event of its click, and the router changes the address later.
 */
export function useRequestedSearch(inAddress: ListSearch) {
  const [changes, setChanges] = useState(NONE)
  const [seen, setSeen] = useState(inAddress)
  if (seen !== inAddress) {
    setSeen(inAddress)
    setChanges(NONE)
  }
  const search = useMemo(() => ({ ...inAddress, ...changes }), [inAddress, changes])
  const request = useCallback((next: Partial<ListSearch>) => setChanges((before) => ({ ...before, ...next })), [])
  return { search, request }
}
