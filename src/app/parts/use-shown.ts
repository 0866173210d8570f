import { useIsPrinted } from '#app/ui/use-is-printed.ts'
import { useHistoryState } from './use-history-state.ts'

/** How many lines of a long list are rendered: the first ones until more are asked for, on paper all of them. */
export function useShown(name: string, first: number): [shown: number, show: (shown: number) => void] {
  const [shown, show] = useHistoryState(name, first)
  return [useIsPrinted() ? Infinity : shown, show]
}
