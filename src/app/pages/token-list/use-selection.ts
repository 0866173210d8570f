import { useRouter } from '@tanstack/react-router'
import { useEffect, useReducer, type Dispatch } from 'react'
import { historyKey } from '#app/parts/history-entry.ts'
import type { Token } from '#domain/token/token.ts'

type SelectionState = {
  /** As they were when they were selected. They stay through paging, sorting and filtering. */
  tokens: ReadonlyMap<string, Token>
  /** The ID of the token selected last, where a range begins. */
  anchor: string | null
}

export type SelectionAction =
  /** With `isRange`, all from the anchor on, in the order of the list. */
  | { kind: 'toggle'; token: Token; order: Token[]; isRange: boolean }
  | { kind: 'set'; tokens: Token[]; isSelected: boolean }
  | { kind: 'clear' }

export type Selection = Pick<SelectionState, 'tokens'> & { dispatch: Dispatch<SelectionAction> }

export const noSelection: SelectionState = { tokens: new Map(), anchor: null }

/** Of the list that was left last, and its entry in the history. */
let left: { entry: string | undefined; state: SelectionState } = { entry: '', state: noSelection }

/**
 * The selected tokens of the list, there again after Back from a page that was opened in it. `dispatch` is always the
 * same function, so rows that did not change do not render.
 */
export function useSelection(): Selection {
  const router = useRouter()
  const [state, dispatch] = useReducer(changeSelection, noSelection, (none) =>
    historyKey(router.latestLocation) === left.entry ? left.state : none,
  )

  // The history is outside React.
  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', ({ fromLocation }) => {
        left = { entry: fromLocation && historyKey(fromLocation), state }
      }),
    [router, state],
  )

  return { tokens: state.tokens, dispatch }
}

export function changeSelection({ tokens, anchor }: SelectionState, action: SelectionAction): SelectionState {
  if (action.kind === 'clear') return { tokens: new Map(), anchor }
  if (action.kind === 'set') return { tokens: withAll(tokens, action.tokens, action.isSelected), anchor }
  const { token, order, isRange } = action
  const from = isRange ? order.findIndex(({ id }) => id === anchor) : -1
  const to = order.findIndex(({ id }) => id === token.id)
  const range = from === -1 ? [token] : order.slice(Math.min(from, to), Math.max(from, to) + 1)
  return { tokens: withAll(tokens, range, !tokens.has(token.id)), anchor: token.id }
}

function withAll(before: ReadonlyMap<string, Token>, changed: Token[], isSelected: boolean) {
  const after = new Map(before)
  for (const token of changed) {
    if (isSelected) after.set(token.id, token)
    else after.delete(token.id)
  }
  return after
}
