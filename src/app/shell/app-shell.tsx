import { Outlet, useParams, useRouterState } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { paths } from '#app/parts/paths.ts'
import { spelledOut } from '#domain/token/name.ts'
import { AppFrame } from '#app/ui/app-frame.tsx'
import { PagePlace } from '#app/ui/page-title.tsx'
import { useLater } from '#app/ui/use-later.ts'
import { lazyComponent, preload } from '#app/ui/lazy-component.ts'
import { NavigationProgress } from './navigation-progress.tsx'
import { PageArrival } from './page-arrival.tsx'
import { Palette } from './palette-code.ts'
import { dropTyped, keepTyped } from './typed-ahead.ts'
import { useAccount } from './use-account.ts'
import { useCommandKeys, type Overlay } from './use-command-keys.ts'

// The page's content does not wait for them.
const HeaderBar = lazyComponent(
  () => import('./header-bar.tsx'),
  (file) => file.HeaderBar,
)
const Navigation = lazyComponent(
  () => import('./navigation.tsx'),
  (file) => file.Navigation,
)
// With the button, so that it is there when there is no network.
const SignOutDialog = lazyComponent(
  () => import('./sign-out.tsx'),
  (file) => file.SignOutDialog,
)
preload(HeaderBar, Navigation)

/** The frame around every page: navigation, account, mode, and the state of the app's own credential. */
export function AppShell() {
  const { accountId, name, session, failure, isSignedOut, isKnown } = useAccount()
  const { tokenId } = useParams({ strict: false })
  const section = useRouterState({ select: ({ matches }) => matches.at(-1)?.staticData.section })
  const isSignIn = useRouterState({ select: ({ location }) => location.pathname === paths.signIn() })
  // Until a user is signed in there is no account to choose, nothing to find and no command to give.
  const isOut = isSignedOut || (isSignIn && !failure && session === undefined)
  const isLater = useLater()
  const [signOut, setSignOut] = useState<{ failure: ApiFailure | null } | null>(null)
  const [open, setOpen] = useState<Overlay | null>(null)
  const show = (overlay: Overlay | null) => {
    if (overlay === 'palette') keepKeys(() => setOpen(null))
    else dropTyped()
    setOpen(overlay)
  }
  const commands = {
    accountId: isOut ? null : accountId,
    tokenId,
    isReadOnly: session?.isReadOnly ?? false,
    open,
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
            <Navigation onSignOut={(error) => setSignOut({ failure: error })} />
          </Suspense>
        )
      }
    >
      <NavigationProgress />
      {signOut && (
        <Suspense>
          <SignOutDialog failure={signOut.failure} onClose={() => setSignOut(null)} />
        </Suspense>
      )}
      <PagePlace value={{ section, account: name === null ? undefined : spelledOut(name) }}>
        <PageArrival>
          <Outlet />
        </PageArrival>
      </PagePlace>
    </AppFrame>
  )
}

/** For the palette, from the key that opens it on. Without its code nothing would ever take them. */
function keepKeys(onGiveUp: () => void) {
  keepTyped(onGiveUp)
  Palette.preload().catch(dropTyped)
}
