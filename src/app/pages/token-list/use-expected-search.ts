import { useState } from 'react'
import type { ListSearch } from './list-search.ts'

/**
 * The list's state as somebody has just asked for it: what they pressed answers at once, the router and the
 * rows follow. As soon as the address says anything else than it did then, the address is right.
 */
export function useExpectedSearch(inAddress: ListSearch) {
  const [expected, setExpected] = useState<{ instead: ListSearch; search: ListSearch } | null>(null)
  const search = expected?.instead === inAddress ? expected.search : inAddress
  const expect = (change: Partial<ListSearch>) => setExpected({ instead: inAddress, search: { ...search, ...change } })
  return { search, expect }
}
