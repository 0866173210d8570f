/** What may take the focus of a token's row when the token is deleted, the best first. */
export function heirsOfToken(tokenId: string): HTMLElement[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(`tbody ${LINK}`)]
  const row = links.find(({ pathname }) => pathname.endsWith(`/${tokenId}`))?.closest('tr')
  return row ? heirsOf(row) : []
}

/**
 * For the `ref` of a row. A row that goes while it has the focus, as that of a token that another user deleted, hands
 * it on, so that it does not fall back to the top of the page.
 */
export function handFocusOn(row: HTMLTableRowElement): () => void {
  return () => {
    if (!row.contains(document.activeElement)) return
    const heirs = heirsOf(row)
    // Once React has removed what goes with it.
    queueMicrotask(() => heirs.find((heir) => heir.isConnected)?.focus({ preventScroll: true }))
  }
}

const LINK = '[data-phone="top-start"] a'

/** The next row's link, the previous one's, the heading of the page. */
const heirsOf = (row: Element): HTMLElement[] =>
  [
    row.nextElementSibling?.querySelector(LINK),
    row.previousElementSibling?.querySelector(LINK),
    document.querySelector('h1'),
  ].filter((heir) => heir instanceof HTMLElement)
