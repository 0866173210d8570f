import type { KeyboardEvent } from 'react'

/** Enter that is still held from what opened a dialog, a menu or a popover chooses nothing there. In a text it makes lines. */
export function ignoreHeldEnter(event: KeyboardEvent): void {
  if (event.key !== 'Enter' || !event.repeat || takesLines(event.target)) return
  event.preventDefault()
  event.stopPropagation()
}

const takesLines = (target: EventTarget) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
