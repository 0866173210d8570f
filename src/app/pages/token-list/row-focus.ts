/**
 * For the `ref` of a row. A row that goes while it has the focus, as that of a token that another user deleted, hands
 * it on, so that it does not fall back to the top of the page.
 */
export function handFocusOn(row: HTMLTableRowElement): () => void {
  return () => {
    if (!row.contains(document.activeElement)) return
    const heirs = linksIn(row).flatMap(heirsOf)
    // Once React has removed what goes with it, unless something has taken the focus.
    queueMicrotask(() => {
      if (document.activeElement === document.body)
        heirs.find((heir) => heir.isConnected)?.focus({ preventScroll: true })
    })
  }
}

const linksIn = (part: ParentNode) => [...part.querySelectorAll<HTMLAnchorElement>('tbody [data-phone="top-start"] a')]

/** The links of the rows after this one, of those before it, and the heading of the page. */
function heirsOf(link: HTMLAnchorElement): HTMLElement[] {
  const links = linksIn(document)
  const at = links.indexOf(link)
  const heading = document.querySelector('h1')
  return [...links.slice(at + 1), ...links.slice(0, at).toReversed(), ...(heading ? [heading] : [])]
}
