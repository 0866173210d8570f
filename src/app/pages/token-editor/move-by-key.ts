import type { KeyboardEvent } from 'react'

/**
 * Arrow keys in a grid of checkboxes: up and down by row, left and right within one,
 * Home and End to the ends. From the search box, down enters the list; with words in it, at the first product found, and
 * not at all of a category.
 */
export function moveByKey(event: KeyboardEvent, list: HTMLElement): void {
  const from = event.target
  if (!(from instanceof HTMLInputElement) || event.altKey || event.ctrlKey || event.metaKey) return
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')].map(boxesIn).filter((boxes) => boxes.length > 0)
  const target = list.contains(from)
    ? nextBox(rows, from, event.key)
    : event.key === 'ArrowDown'
      ? list.querySelector<HTMLInputElement>(`[data-row]${from.value ? ':not(:has(h3))' : ''} input:not(:disabled)`)
      : undefined
  if (!target) return
  event.preventDefault()
  target.focus()
  // The sticky category heading would hide what the browser scrolls just into view.
  target.closest('[data-row]')?.scrollIntoView({ block: 'nearest' })
}

const boxesIn = (row: HTMLElement) => [...row.querySelectorAll<HTMLInputElement>('input:not(:disabled)')]

function nextBox(rows: HTMLInputElement[][], from: HTMLInputElement, key: string): HTMLInputElement | undefined {
  const at = rows.findIndex((row) => row.includes(from))
  const row = rows[at]
  if (!row) return undefined
  const column = row.indexOf(from)
  const inRow = (target: HTMLInputElement[] | undefined) => target?.[Math.min(column, target.length - 1)]
  switch (key) {
    case 'ArrowDown':
      return inRow(rows[at + 1])
    case 'ArrowUp':
      return inRow(rows[at - 1])
    case 'ArrowRight':
      return row[column + 1]
    case 'ArrowLeft':
      return row[column - 1]
    case 'Home':
      return rows[0]?.[0]
    case 'End':
      return rows.at(-1)?.[0]
    default:
      return undefined
  }
}
