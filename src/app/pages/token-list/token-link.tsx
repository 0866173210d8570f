import { useRouter } from '@tanstack/react-router'
import { useRef, type MouseEvent, type ReactNode } from 'react'

type TokenLinkProps = { accountId: string; tokenId: string; children: ReactNode }

/** Whoever rests on a name this long means it. */
const INTENT_MS = 50

/**
 * The way to a token's page. Measured: the router's own `Link` follows every move of the
 * router and was two fifths of a row; this one asks the router only when it is used.
 */
export function TokenLink({ accountId, tokenId, children }: TokenLinkProps) {
  const router = useRouter()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const to = { to: '/accounts/$accountId/tokens/$tokenId', params: { accountId, tokenId } } as const
  const prepare = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void router.preloadRoute(to), INTENT_MS)
  }
  const follow = (event: MouseEvent) => {
    // Another button or a held key is the browser's business: a new tab, a download.
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void router.navigate(to)
  }
  return (
    <a
      href={`/accounts/${accountId}/tokens/${tokenId}`}
      onClick={follow}
      onPointerEnter={prepare}
      onPointerLeave={() => clearTimeout(timer.current)}
      onFocus={prepare}
      onBlur={() => clearTimeout(timer.current)}
    >
      {children}
    </a>
  )
}
