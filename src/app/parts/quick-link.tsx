import { useRouter } from '@tanstack/react-router'
import { useRef, type ComponentProps, type MouseEvent } from 'react'
import { afterPaint } from '#app/ui/after-paint.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import type { Destination } from './addresses.ts'

type Followed = Destination & {
  /** Is told when it is followed in this tab. */
  onFollow?: (() => void) | undefined
}

type QuickLinkProps = Omit<ComponentProps<'a'>, 'href'> & Followed

/** Whoever rests on a link this long means it. */
const INTENT_MS = 50

/** A link within the app. */
export function QuickLink({ href, to, onFollow, children, ...anchor }: QuickLinkProps) {
  return (
    <a {...anchor} {...useQuickLink({ href, to, onFollow })}>
      {children}
    </a>
  )
}

type QuickButtonLinkProps = Omit<ComponentProps<typeof ButtonLink>, 'href'> & Followed

/** The same, looking like a button. */
export function QuickButtonLink({ href, to, onFollow, ...button }: QuickButtonLinkProps) {
  return <ButtonLink {...button} {...useQuickLink({ href, to, onFollow })} />
}

/**
 * What makes an `a` a link within the app, marked while its page is on its way (`app.css`). Measured: the router's own
 * `Link` follows every move of the router, and was two fifths of a row; this one asks the router only when it is used.
 */
export function useQuickLink({ href, to, onFollow }: Followed) {
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const prepare = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void router.preloadRoute(to), INTENT_MS)
  }
  const leave = () => clearTimeout(timer.current)
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    // Another button or a held key is the browser's business: a new tab, a download.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    const { dataset } = event.currentTarget
    const unmark = () => delete dataset['going']
    dataset['going'] = ''
    onFollow?.()
    afterPaint(() => {
      void router.navigate(to).finally(unmark)
      // Whoever was asked, and stays on the page, is not told of by the router.
      setTimeout(() => router.state.isLoading || unmark())
    })
  }
  return { href, onClick: follow, onPointerEnter: prepare, onPointerLeave: leave, onFocus: prepare, onBlur: leave }
}
