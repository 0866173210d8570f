import { useEffect, useState } from 'react'
import { inOwnFrame } from '#app/ui/own-frame.ts'
import type { CatalogueCategory, CatalogueProduct } from '#domain/permission-groups/catalogue.ts'
import type { PickerFilter } from '#domain/permission-groups/pick.ts'
import { byCategory, findRows, nextDrawn } from './picked-rows.ts'

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
  const wanted = found.slice(0, most)
  const { drawn } = turn.filter === filter ? turn : { drawn: nextDrawn(wanted, turn.drawn) }
  if (turn.filter !== filter) setTurn({ filter, drawn })

  const rows = wanted.filter(({ product }) => drawn.has(product))
  const isWhole = rows.length === wanted.length
  useEffect(() => {
    if (isWhole) return undefined
    return inOwnFrame(() => setTurn({ filter, drawn: nextDrawn(wanted, drawn) }))
  })

  return {
    categories: byCategory(rows),
    reachMore: () => {
      if (isWhole && found.length > most) setReached({ filter, most: most + ROWS_AT_ONCE })
    },
    reachEnd: () => {
      setReached({ filter, most: Infinity })
      setTurn({ filter, drawn: new Set(found.map(({ product }) => product)) })
    },
  }
}

type Turn = { filter: PickerFilter; drawn: ReadonlySet<CatalogueProduct> }
