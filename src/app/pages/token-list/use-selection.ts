import { useRef, useState } from 'react'
import type { Token } from '#domain/token/token.ts'

export type Selection = {
  /** As they were when they were selected. They stay through paging, sorting and filtering. */
  tokens: ReadonlyMap<string, Token>
  toggle: (token: Token, order: Token[], isRange: boolean) => void
  setAll: (tokens: Token[], isSelected: boolean) => void
  clear: () => void
}

/** Which tokens are ticked. With Shift a click takes all from the last ticked one on. */
export function useSelection(): Selection {
  const [tokens, setTokens] = useState<ReadonlyMap<string, Token>>(new Map())
  const anchor = useRef<string | null>(null)

  const setAll = (changed: Token[], isSelected: boolean) => setTokens((before) => withAll(before, changed, isSelected))

  const toggle = (token: Token, order: Token[], isRange: boolean) => {
    const from = isRange ? order.findIndex(({ id }) => id === anchor.current) : -1
    const to = order.findIndex(({ id }) => id === token.id)
    const range = from === -1 ? [token] : order.slice(Math.min(from, to), Math.max(from, to) + 1)
    setTokens((before) => withAll(before, range, !before.has(token.id)))
    anchor.current = token.id
  }

  return { tokens, toggle, setAll, clear: () => setTokens(new Map()) }
}

function withAll(before: ReadonlyMap<string, Token>, changed: Token[], isSelected: boolean) {
  const after = new Map(before)
  for (const token of changed) {
    if (isSelected) after.set(token.id, token)
    else after.delete(token.id)
  }
  return after
}
