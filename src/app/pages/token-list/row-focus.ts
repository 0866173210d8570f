import { focusFirst, nearestTo } from '#app/ui/pass-focus.ts'

/**
 * For the `ref` of a row. One that goes while it has the focus, as that of a token that another user deleted, hands it
 * on, so that it does not fall back to the top of the page: to the next row, the one before it, or the heading.
 */
export const rowFocus = (row: Element | null) => () => {
  if (!row?.contains(document.activeElement)) return
  const all = linksIn(document)
  const heirs = [...linksIn(row).flatMap((link) => nearestTo(link, all)), ...document.querySelectorAll('h1')]
  // Once React has removed what goes with it, unless something has taken the focus.
  queueMicrotask(() => {
    if (document.activeElement === document.body) focusFirst(heirs, { preventScroll: true })
  })
}

const linksIn = (part: ParentNode) => [...part.querySelectorAll<HTMLElement>('tbody [data-phone="top-start"] a')]

/** Of the header row that went with the focus: the place of the button that had it. */
let left = -1

/** For the `ref` of the header row. When the table of all tokens replaces that of a page, its button keeps the focus. */
export function headerFocus(row: Element | null) {
  const buttons = () => [...(row?.querySelectorAll('button') ?? [])]
  const button = buttons()[left]
  if (button) {
    left = -1
    if (document.activeElement === document.body) button.focus()
  }
  return () => {
    const at = buttons().findIndex((one) => one === document.activeElement)
    if (at !== -1) left = at
  }
}
