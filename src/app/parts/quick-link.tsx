import { useRef, type ComponentProps, type MouseEvent } from 'react'
import { afterPaint } from '#app/ui/after-paint.ts'
import type { Move } from '#app/routing/route.ts'
import { useRouter } from '#app/routing/routing.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'

type Followed = {
  /** An address of the app; see `addresses.ts`. */
  href: string
  /** How it is followed. */
  how?: Move | undefined
  /** Is told when it is followed in this tab. */
  onFollow?: (() => void) | undefined
}

type QuickLinkProps = Omit<ComponentProps<'a'>, 'href'> & Followed

/** Whoever rests on a link this long means it. */
const INTENT_MS = 50

/** A link within the app. */
export function QuickLink({ href, how, onFollow, children, ...anchor }: QuickLinkProps) {
  return (
    <a {...anchor} {...useQuickLink({ href, how, onFollow })}>
      {children}
    </a>
  )
}

type QuickButtonLinkProps = Omit<ComponentProps<typeof ButtonLink>, 'href'> & Followed

/** The same, looking like a button. */
export function QuickButtonLink({ href, how, onFollow, ...button }: QuickButtonLinkProps) {
  return <ButtonLink {...button} {...useQuickLink({ href, how, onFollow })} />
}

/**
 * What makes an `a` a link within the app, marked while its page is on its way (`app.css`). It asks the router only
 * when it is used: a page has fifty of them.
 */
export function useQuickLink({ href, how, onFollow }: Followed) {
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const prepare = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => router.preload(href), INTENT_MS)
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
    afterPaint(() => void router.navigate(href, how).finally(unmark))
  }
  return { href, onClick: follow, onPointerEnter: prepare, onPointerLeave: leave, onFocus: prepare, onBlur: leave }
}
