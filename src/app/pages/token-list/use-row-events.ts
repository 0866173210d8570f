import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import { useShortcuts } from '#app/parts/use-shortcuts.ts'
import { lazyModule } from '#app/ui/lazy-module.ts'

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

/** What a table listens to for all its rows: clicks that open one, and keys. The code loads after the first rows. */
export function useRowEvents() {
  const events = rowEvents.useModule(true)
  // A click that comes before the code opens its row once that is there.
  const open = ({ nativeEvent }: MouseEvent) => void rowEvents.load().then((loaded) => loaded?.openRow(nativeEvent))

  useShortcuts([
    { key: 'j', onPress: () => events?.moveFocus(1) ?? false },
    { key: 'k', onPress: () => events?.moveFocus(-1) ?? false },
    { key: 'x', onPress: (event) => events?.selectRow(event) ?? false },
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
