import { useState } from 'react'
import type { ListSearch } from './list-search.ts'

/**
 * The view that the user has asked for: the address, with the changes that it does not show yet. A checkbox has to
 * answer in the event of its click, and the router changes the address later.
 */
export function useRequestedSearch(inAddress: ListSearch) {
  const [seen, setSeen] = useState(inAddress)
  const [search, setSearch] = useState(inAddress)
  if (seen !== inAddress) {
    setSeen(inAddress)
    setSearch(inAddress)
  }
  const request = (changes: Partial<ListSearch>) => setSearch((before) => ({ ...before, ...changes }))
  return { search, request }
}
