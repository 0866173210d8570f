import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import { useShortcuts } from '#app/parts/use-shortcuts.ts'
import { lazyModule } from '#app/ui/lazy-module.ts'
import type * as RowEvents from './row-events.ts'

const rowEvents = lazyModule(() => import('./row-events.ts'))

/** For the `ref` of a row. */
export const rowFocus = (row: Element | null) => () => {
  if (row) rowEvents.get()?.handFocusOn(row)
}

/** For the `ref` of the header row. */
export function headerFocus(row: Element | null) {
  if (row) rowEvents.get()?.enterHeader(row)
  return () => {
    if (row) rowEvents.get()?.leaveHeader(row)
  }
}

/** What is pressed before the code is there is done once it is. */
function whenLoaded(act: (events: typeof RowEvents) => void): true {
  void rowEvents.load().then((events) => events && act(events))
  return true
}

/** What a table listens to for all its rows: clicks that open one, and keys. The code loads after the first rows. */
export function useRowEvents() {
  const events = rowEvents.useModule(true)
  const open = ({ nativeEvent }: { nativeEvent: globalThis.MouseEvent }) =>
    void whenLoaded(({ openRow }) => openRow(nativeEvent))

  useShortcuts([
    { key: 'j', onPress: () => whenLoaded(({ moveFocus }) => moveFocus(1)) },
    { key: 'k', onPress: () => whenLoaded(({ moveFocus }) => moveFocus(-1)) },
    { key: 'x', onPress: (event) => whenLoaded(({ selectRow }) => selectRow(event)) },
  ])

  return {
    'data-opens': true,
    onPointerDown: () => events?.beginPress(),
    onClick: open,
    onAuxClick: open,
    // The middle button would scroll the page in place of opening a tab.
    onMouseDown: (event: MouseEvent) => event.button === 1 && event.preventDefault(),
    onKeyDown: (event: KeyboardEvent) => events?.pressInRow(event.nativeEvent) && event.preventDefault(),
    onPointerOver: (event: PointerEvent) => events?.showCutText(event),
  }
}
