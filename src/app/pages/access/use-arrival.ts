import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { AccessSearch } from './access-search.ts'
import { sideButtonId } from './compare-side.ts'

/**
 * What a navigation to the page asks of the comparison, also one from the open page, as the palette's. A link to a
 * comparison is about that, so it is not below the table of all tokens, and stays where it is when it is cleared.
 */
export function useArrival(search: AccessSearch) {
  // A choice on the page replaces the entry in the history, and a navigation adds one.
  const entry = useLocation({ select: ({ state: { __TSR_index: index } }) => index })
  const [last, setLast] = useState({ search, entry, arrival: search })
  if (last.search !== search) {
    const isChanged = search.a !== last.search.a || search.b !== last.search.b
    const isArrival = isChanged && entry !== last.entry && compares(search)
    setLast({ search, entry, arrival: isArrival ? search : last.arrival })
  }
  const { arrival } = last

  // The focus is outside React.
  useEffect(() => {
    if (wantsSecond(arrival)) document.getElementById(sideButtonId('b'))?.focus()
  }, [arrival])

  return { comparesFirst: compares(arrival), wantsSecond: wantsSecond(arrival) }
}

const compares = ({ a, b }: AccessSearch) => a !== undefined || b !== undefined

const wantsSecond = ({ a, b }: AccessSearch) => a !== undefined && b === undefined
