import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import { useShortcuts } from '#app/parts/use-shortcuts.ts'
import { beginPress, moveFocus, openRow, pressInRow, selectRow, showCutText } from './row-events.ts'

/** What a table listens to for all its rows: clicks that open one, and keys. */
export function useRowEvents() {
  useShortcuts([
    { key: 'j', onPress: () => moveFocus(1) },
    { key: 'k', onPress: () => moveFocus(-1) },
    { key: 'x', onPress: selectRow },
  ])

  return {
    'data-opens': true,
    onPointerDown: beginPress,
    onClick: open,
    onAuxClick: open,
    // The middle button would scroll the page in place of opening a tab.
    onMouseDown: (event: MouseEvent) => event.button === 1 && event.preventDefault(),
    onKeyDown: (event: KeyboardEvent) => pressInRow(event.nativeEvent) && event.preventDefault(),
    onPointerOver: (event: PointerEvent) => showCutText(event),
  }
}

const open = ({ nativeEvent }: MouseEvent) => openRow(nativeEvent)
