import { Outlet, useParams, useRouterState } from '@tanstack/react-router'
import { Suspense, useDeferredValue, useState } from 'react'
import { paths } from '#app/parts/paths.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { isPageHeld } from '#app/queries/held-page.ts'
import { AppFrame } from '#app/ui/app-frame.tsx'
import { PagePlace } from '#app/ui/page-title.tsx'
import { lazyComponent, preload } from '#app/ui/lazy-component.ts'
import { PageArrival } from './page-arrival.tsx'
import { Palette } from './palette-code.ts'
import { TypedAhead } from './typed-ahead.tsx'
import { useAccount } from './use-account.ts'
import { useAccountTitle } from './use-account-title.ts'
import { useCommandKeys, type Overlay } from './use-command-keys.ts'

// The page's content does not wait for them.
const HeaderBar = lazyComponent(() => import('./header-bar.tsx'), 'HeaderBar')
const Navigation = lazyComponent(() => import('./navigation.tsx'), 'Navigation')
const BesidePage = lazyComponent(() => import('./beside-page.tsx'), 'BesidePage')
preload(HeaderBar, Navigation, BesidePage)

/** The frame around every page: navigation, account, mode, and the state of the app's own credential. */
export function AppShell() {
  const { accountId, name, session, failure, isSignedOut, isKnown } = useAccount()
  const { tokenId } = useParams({ strict: false })
  const section = useRouterState({ select: ({ matches }) => matches.at(-1)?.staticData.section })
  const isSignIn = useRouterState({ select: ({ location }) => location.pathname === paths.signIn() })
  // Until a user is signed in there is no account to choose, nothing to find and no command to give.
  // A secret that is shown is waited for: who rolls the token they signed in with is signed out by that.
  const isOut = (isSignedOut && !isPageHeld()) || (isSignIn && !failure && session === undefined)
  // False in the first render and true right after: the content renders before the controls around it.
  const isLater = useDeferredValue(true, false)
  const title = useAccountTitle(name)
  const [open, setOpen] = useState<Overlay | null>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const show = (overlay: Overlay | null) => {
    setOpen(overlay)
    setTyped(overlay === 'palette' ? '' : null)
    // Without its code nothing would ever take the keys.
    if (overlay === 'palette') Palette.preload().catch(() => setTyped(null))
  }
  const commands = {
    accountId: isOut ? null : accountId,
    tokenId,
    isReadOnly: useReadOnly(accountId),
    open,
    typed,
    onOpen: isOut ? () => {} : show,
  }
  useCommandKeys(commands)

  return (
    <AppFrame
      isBare={isSignIn && isOut}
      header={
        // The session decides what the header holds and how wide that is.
        isLater &&
        isKnown && (
          <Suspense>
            <HeaderBar commands={isOut ? null : commands} />
          </Suspense>
        )
      }
      navigation={
        isLater &&
        !isOut && (
          <Suspense>
            <Navigation onShortcuts={() => show('shortcuts')} onConnect={() => show('connect')} />
          </Suspense>
        )
      }
    >
      {typed !== null && <TypedAhead onText={setTyped} onGiveUp={() => show(null)} />}
      {isLater && (
        <Suspense>
          <BesidePage />
        </Suspense>
      )}
      <PagePlace value={{ section, account: title }}>
        <PageArrival>
          <Outlet />
        </PageArrival>
      </PagePlace>
    </AppFrame>
  )
}
