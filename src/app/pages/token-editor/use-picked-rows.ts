import { useEffect, useState } from 'react'
import { inOwnFrame } from '#app/ui/own-frame.ts'
import type { CatalogueCategory, CatalogueProduct } from '#domain/permission-groups/catalogue.ts'
import type { PickerFilter } from '#domain/permission-groups/pick.ts'
import { drawnRows, findRows, firstRows, nextDrawn, productsOf } from './picked-rows.ts'

/** Several times what is in view: those beyond are drawn when somebody comes near them. Each costs every key of a search. */
const ROWS_AT_ONCE = 60

/**
 * The rows that a filter lets through: the first of them, new ones a few a frame, so that no frame has many to lay out.
 * More below come with `reachMore`, all at once with `reachEnd`.
 */
export function usePickedRows(catalogue: CatalogueCategory[], shown: ReadonlySet<string>, filter: PickerFilter) {
  const [reached, setReached] = useState({ filter, most: ROWS_AT_ONCE })
  const [turn, setTurn] = useState<Turn>({ filter, drawn: new Set() })
  const found = findRows(catalogue, shown)
  // Another filter begins at the top again, and has some of its new rows with it.
  const most = reached.filter === filter ? reached.most : ROWS_AT_ONCE
  const wanted = firstRows(found, most)
  const next = { filter, drawn: nextDrawn(wanted, turn.drawn) }
  const { drawn } = turn.filter === filter ? turn : next
  if (turn.filter !== filter) setTurn(next)

  const categories = drawnRows(wanted, drawn)
  const rest = productsOf(wanted).length - productsOf(categories).length
  const hasMore = productsOf(found).length > most
  useEffect(() => {
    if (rest === 0) return undefined
    return inOwnFrame(() => setTurn({ filter, drawn: nextDrawn(wanted, drawn) }))
  })

  return {
    categories,
    reachMore: () => {
      if (hasMore && rest === 0) setReached({ filter, most: most + ROWS_AT_ONCE })
    },
    reachEnd: () => {
      setReached({ filter, most: Infinity })
      setTurn({ filter, drawn: new Set(productsOf(found)) })
    },
  }
}

type Turn = { filter: PickerFilter; drawn: ReadonlySet<CatalogueProduct> }
