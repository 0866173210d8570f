import { useState, type KeyboardEvent, type PointerEvent } from 'react'

/** An item on its way: its place, and the one it would get if it were dropped now. */
type Drag = { from: number; to: number }

const HANDLE = '[data-handle]'
const ITEM = '[data-policy]'
/** So close to an edge of the window, the page scrolls. */
const EDGE = 80

/** Reorders the items of a list by their handles: with a pointer, or with Alt and an arrow key. */
export function useDragOrder(onMove: (from: number, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const handle = handleOf(event.target)
      if (!handle || event.button !== 0) return
      handle.setPointerCapture(event.pointerId)
      const from = itemsOf(event.currentTarget).findIndex((item) => item.contains(handle))
      setDrag({ from, to: from })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!drag) return
      if (event.clientY < EDGE) window.scrollBy(0, -EDGE / 5)
      else if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, EDGE / 5)
      const to = placeAt(event.currentTarget, drag.from, event.clientY)
      if (to !== drag.to) setDrag({ ...drag, to })
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (!drag) return
      setDrag(null)
      // The last move may not be rendered yet.
      const to = placeAt(event.currentTarget, drag.from, event.clientY)
      if (to !== drag.from) onMove(drag.from, to)
    },
    onPointerCancel: () => setDrag(null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Escape' && drag) setDrag(null)
      const handle = handleOf(event.target)
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
      if (!handle || !event.altKey || step === undefined) return
      event.preventDefault()
      const items = itemsOf(event.currentTarget)
      const from = items.findIndex((item) => item.contains(handle))
      if (items[from + step]) onMove(from, from + step)
    },
  }
  return { drag, handlers }
}

const handleOf = (target: EventTarget) => (target instanceof Element ? target.closest<HTMLElement>(HANDLE) : null)
const itemsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>(ITEM)]

/** The place that an item gets when it is dropped at a height, in px of the window. */
const placeAt = (list: HTMLElement, from: number, y: number) =>
  itemsOf(list).filter((item, index) => index !== from && middleOf(item) < y).length

function middleOf(item: HTMLElement): number {
  const { top, height } = item.getBoundingClientRect()
  return top + height / 2
}
