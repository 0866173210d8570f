const ROWS = 'tbody[data-opens]'

let isClosing = false

/** A press beside an open menu or popover only closes that. */
export function beginPress(): void {
  isClosing = document.querySelector('[role="menu"], [role="dialog"], :popover-open') !== null
}

/** Opens the row that was clicked: here, or in a tab where the click asks for one. Text that is being selected stays. */
export function openRow(event: MouseEvent): void {
  const { target, button, ctrlKey, metaKey, shiftKey } = event
  if (!(target instanceof Element) || button > 1 || isClosing || isControl(target)) return
  const link = target.closest('tr')?.querySelector('a')
  if (!link || getSelection()?.isCollapsed === false) return
  if (button === 1 || ctrlKey || metaKey || shiftKey) window.open(link.href, '_blank', 'noopener')
  else link.click()
}

const isControl = (target: Element) => target.closest('a, button, input, [data-select], [data-actions]') !== null

/** A cell that is cut tells its whole text while the pointer is on it. */
export function showCutText({ target }: { target: EventTarget }): void {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td') : null
  if (!cell) return
  const isCut = [cell, ...cell.querySelectorAll('*')].some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
  cell.title = isCut ? (cell.textContent ?? '') : ''
}

/** The keys of a row whose name or checkbox has the focus. */
export function pressInRow(event: KeyboardEvent): boolean {
  const { target, key } = event
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false
  if (!(target instanceof HTMLElement) || !target.closest(ROWS) || !target.matches('a, input')) return false
  if (key === 'ArrowDown') return moveFocus(1)
  if (key === 'ArrowUp') return moveFocus(-1)
  if (key === 'Home') return moveFocus(-Infinity)
  if (key === 'End') return moveFocus(Infinity)
  // A checkbox has this key already.
  return key === ' ' && target.matches('a') && selectRow(event)
}

/** Moves the focus by so many rows, to the name in it; from elsewhere to the first row in view. */
export function moveFocus(step: number): boolean {
  const links = [...document.querySelectorAll<HTMLElement>(`${ROWS} a`)]
  const row = document.activeElement?.closest(`${ROWS} tr`)
  const at = links.findIndex((link) => row?.contains(link))
  const next = at === -1 ? links.findIndex(isInView) : Math.min(Math.max(at + step, 0), links.length - 1)
  links[next]?.focus()
  return links.length > 0
}

/** Below what sticks to the top of the window. */
const isInView = (link: HTMLElement) =>
  link.getBoundingClientRect().top > (Number.parseFloat(getComputedStyle(link).scrollMarginTop) || 0)

/** Selects the row with the focus, with Shift all rows from the one selected before. */
export function selectRow({ shiftKey }: KeyboardEvent): boolean {
  const box = document.activeElement?.closest(`${ROWS} tr`)?.querySelector('input')
  box?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey }))
  return box !== undefined && box !== null
}
