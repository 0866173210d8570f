import { useRef, type RefObject } from 'react'

/** Of what lies over the page, or was closed just now: what had the focus before. */
const openers: (Element | null)[] = []

/**
 * Radix returns the focus to its own trigger, which the dialogs of the app lack: this does it for them. `to`: where it
 * goes, if not to what had it before.
 */
export function useReturnFocus(to?: RefObject<HTMLElement | null>) {
  const opener = useRef<Element>(null)

  /** Before the focus moves into the dialog. */
  const remember = () => {
    opener.current = to?.current ?? openerNow()
    openers.push(opener.current)
  }
  /** A focus that the app has moved since is kept. */
  const giveBack = (event: Event) => {
    event.preventDefault()
    const at = openers.indexOf(opener.current)
    if (at !== -1) openers.splice(at, 1)
    if (document.activeElement === document.body) returnTo(opener.current)
  }
  return { remember, giveBack }
}

/** A dialog in the place of another, such as a result after its question, returns the focus to where that would. */
function openerNow(): Element | null {
  const { activeElement, body } = document
  return activeElement === body ? (openers.at(-1) ?? body) : activeElement
}

/** What opened a dialog may be gone, as the actions of a selection are; then the page's heading takes the focus. */
function returnTo(opener: Element | null): void {
  if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus()
  else document.querySelector('h1')?.focus({ preventScroll: true })
}
