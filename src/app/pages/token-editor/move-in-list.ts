import type { KeyboardEvent } from 'react'

/** Arrow keys between a search field and the buttons of the list below it. */
export function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget, target } = event
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return
  const stops = [...currentTarget.querySelectorAll<HTMLElement>('input, li > button')]
  const at = stops.findIndex((stop) => stop === target)
  const next = stops[at + (key === 'ArrowDown' ? 1 : -1)]
  if (at === -1 || !next) return
  event.preventDefault()
  next.focus()
}
