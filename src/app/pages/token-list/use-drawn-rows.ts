import { useEffect, useState } from 'react'
import type { Token } from '#domain/token/token.ts'
import { inOwnFrame } from '#app/ui/own-frame.ts'
import { firstRows, nextRows } from './drawn-rows.ts'

/**
 * The rows of a table on their way to being `tokens`: the upper ones come first and the others a few a frame, so that
 * no frame has many new rows to lay out. Until their turn those below stay as they were, or are missing.
 */
export function useDrawnRows(tokens: Token[]): Token[] {
  const [state, setState] = useState(() => firstRows(tokens, []))
  const drawn = state.tokens === tokens ? state : firstRows(tokens, state.rows)
  if (drawn !== state) setState(drawn)
  useEffect(() => {
    if (drawn.count === drawn.tokens.length) return undefined
    return inOwnFrame(() => setState(nextRows))
  }, [drawn])
  return drawn.rows
}
