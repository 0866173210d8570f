import { useRouter, type ParsedLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { historyIndex } from '#app/parts/history-entry.ts'

/** After Back, the link to the page that was left has the focus, as on pages that the browser itself loads. */
export function ReturnToLink(): null {
  const router = useRouter()

  // History and focus are outside React.
  useEffect(() => {
    let stop = () => {}
    // Where Back is pressed twice, the router tells of the first page as the one that was left.
    let shown = router.latestLocation
    const leave = router.subscribe('onBeforeLoad', () => stop())
    const arrive = router.subscribe('onRendered', ({ toLocation }) => {
      const left = shown
      shown = toLocation
      if (shown.pathname !== left.pathname && historyIndex(shown) < historyIndex(left)) stop = focusLinkTo(left)
    })
    return () => {
      stop()
      leave()
      arrive()
    }
  }, [router])

  return null
}

/** The link may come with the data. It has the focus, in place of the heading, until the user does something. */
function focusLinkTo(left: ParsedLocation): () => void {
  const focus = () => {
    if (!document.activeElement?.matches('body, h1')) return
    const links = [...document.querySelectorAll<HTMLAnchorElement>('main a')]
    // The page may have changed its own search since, as by another tab.
    const [samePath, ...others] = links.filter(({ pathname }) => pathname === left.pathname)
    const link = links.find((one) => one.getAttribute('href') === left.href) ?? (others.length === 0 ? samePath : null)
    link?.focus()
  }
  const observer = new MutationObserver(focus)
  const stop = () => {
    observer.disconnect()
    document.removeEventListener('focusin', focus)
    for (const name of INPUT) document.removeEventListener(name, stop, true)
  }
  observer.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', focus)
  for (const name of INPUT) document.addEventListener(name, stop, true)
  focus()
  return stop
}

const INPUT = ['keydown', 'pointerdown']
