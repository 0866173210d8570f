import { useRef, type RefObject } from 'react'
import { focusFirst, nearestTo } from './pass-focus.ts'

/** Of what lies over the page, or was closed just now: what had the focus before. */
const openers: (Element | null)[] = []

/**
 * Radix returns the focus to its own trigger, which the dialogs of the app lack: this does it for them. `to`: where it
 * goes, if not to what had it before.
 */
export function useReturnFocus(to?: RefObject<HTMLElement | null>) {
  const opener = useRef<Element>(null)
  const others = useRef<Element[]>([])

  /** Before the focus moves into the dialog. */
  const remember = () => {
    opener.current = to?.current ?? openerNow()
    openers.push(opener.current)
    others.current = othersLike(opener.current)
  }
  /** A focus that the app has moved since is kept. */
  const giveBack = (event: Event) => {
    event.preventDefault()
    const at = openers.indexOf(opener.current)
    if (at !== -1) openers.splice(at, 1)
    if (document.activeElement === document.body) returnTo(opener.current, others.current)
  }
  return { remember, giveBack }
}

/** A dialog in the place of another, such as a result after its question, returns the focus to where that would. */
function openerNow(): Element | null {
  const { activeElement, body } = document
  return activeElement === body ? (openers.at(-1) ?? body) : activeElement
}

/** The same control of other rows. */
function othersLike(opener: Element | null): Element[] {
  // Buttons with nothing but an icon are alike in the rows of a table only.
  const around = opener?.closest('tbody') ?? (opener?.textContent ? opener.closest('main') : null)
  if (!opener || !around) return []
  const alike = [...around.querySelectorAll('button')].filter(
    ({ className, textContent }) => className === opener.className && textContent === opener.textContent,
  )
  return nearestTo(opener, alike)
}

/**
 * What opened a dialog may be gone with its row, or disabled; then the next row takes the focus. Where there is none, as
 * after the actions of a selection, the page's heading does.
 */
function returnTo(opener: Element | null, others: Element[]): void {
  const heirs = [opener, ...others].filter((one) => one instanceof HTMLElement)
  if (!focusFirst(heirs.filter((one) => one !== document.body)))
    document.querySelector('h1')?.focus({ preventScroll: true })
}
