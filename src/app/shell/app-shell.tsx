import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect, useState } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { isSignedOut } from '#app/queries/failures.ts'
import { sessionQuery } from '#app/queries/session.ts'
import { toSignIn } from '#app/parts/addresses.ts'
import { lastAccountId } from '#app/parts/last-account.ts'
import { RouteError } from '#app/parts/route-error.tsx'
import { titleOf } from '#app/parts/title-of.ts'
import { Outlet, useIsMoving, usePlace } from '#app/routing/routing.tsx'
import { AppFrame } from '#app/ui/app-frame.tsx'
import { GoingLine } from '#app/ui/going-line.tsx'
import { lazyWithPreload } from 'react-lazy-with-preload'
import { PageOutline } from '#app/ui/page-outline.tsx'
import { TitleEnd } from '#app/ui/page-title.tsx'
import { useLater } from '#app/ui/use-later.ts'
import { whenIdle } from '#app/ui/when-idle.ts'
import { Palette } from './palette-code.ts'
import { dropTyped, keepTyped } from './typed-ahead.ts'
import { useCommandKeys, type Overlay } from './use-command-keys.ts'
import { preload } from '#app/ui/preload.ts'

// A file that is on its way since the start (`main.tsx`), and not waited for by what is read.
const HeaderBar = lazyWithPreload(() => import('./header-bar.tsx').then((module) => ({ default: module.HeaderBar })))
const Navigation = lazyWithPreload(() => import('./navigation.tsx').then((module) => ({ default: module.Navigation })))
// With the button, so that it is there when there is no network.
const SignOutDialog = lazyWithPreload(() =>
  import('./sign-out.tsx').then((module) => ({ default: module.SignOutDialog })),
)
preload(HeaderBar)
preload(Navigation)

/** The frame around every page: navigation, account, mode, and the state of the app's own credential. */
export function AppShell() {
  const { params, location } = usePlace()
  const accountId = params.accountId ?? lastAccountId()
  // The frame stands without a session; a page that needs one says so itself.
  const { data: session, error, failureCount } = useQuery({ ...sessionQuery(accountId), throwOnError: false })
  // Until a user is signed in there is no account to choose, nothing to find and no command to give.
  const isOut = error ? isSignedOut(error) : session === undefined && location.pathname === toSignIn
  const isLater = useLater()
  // What the header holds, and how wide that is, is the session's to say: it comes with it, or without where that fails.
  const hasHeader = isLater && (session !== undefined || failureCount > 0)
  const [signOut, setSignOut] = useState<{ failure: ApiFailure | null } | null>(null)
  const [open, setOpen] = useState<Overlay | null>(null)
  // Where a page belongs to no account, commands are about the first.
  const at = accountId ?? session?.accounts[0]?.id ?? null
  const show = (overlay: Overlay | null) => {
    if (overlay === 'palette') keepKeys(() => setOpen(null))
    else dropTyped()
    setOpen(overlay)
  }
  const place = {
    accountId: isOut ? null : at,
    tokenId: params.tokenId,
    isReadOnly: session?.isReadOnly ?? false,
    open,
    onOpen: isOut ? () => {} : show,
  }
  useCommandKeys(place)
  usePreparedPalette()
  const account = session?.accounts.find(({ id }) => id === params.accountId)?.name

  return (
    <AppFrame
      header={
        hasHeader && (
          <Suspense>
            <HeaderBar accountId={accountId} session={session} failure={error} commands={isOut ? null : place} />
          </Suspense>
        )
      }
      navigation={
        isLater &&
        !isOut && (
          <Suspense>
            <Navigation
              accountId={at}
              hasSignIn={session?.hasSignIn ?? false}
              onSignOut={(failure) => setSignOut({ failure })}
            />
          </Suspense>
        )
      }
    >
      <Going />
      {signOut && (
        <Suspense>
          <SignOutDialog failure={signOut.failure} onClose={() => setSignOut(null)} />
        </Suspense>
      )}
      <TitleEnd value={account ? [titleOf(account), 'Token Desk'] : ['Token Desk']}>
        <Outlet failure={RouteError} waiting={<PageOutline />} />
      </TitleEnd>
    </AppFrame>
  )
}

/** For the palette, from the key that asks for it on. Without its code nobody would ever take them. */
function keepKeys(onGiveUp: () => void) {
  keepTyped(onGiveUp)
  Palette.preload().catch(dropTyped)
}

/** After the first page and what it needs. */
const PREPARE_AFTER_MS = 3000

/** Its code is there before somebody asks for it, unless they do so at once. */
function usePreparedPalette() {
  useEffect(() => {
    let stop = () => {}
    const timer = setTimeout(() => {
      stop = whenIdle(() => preload(Palette))
    }, PREPARE_AFTER_MS)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
}

/** Of what is followed by a key or a command there is no link to mark. */
function Going() {
  return <GoingLine label="The page is on its way" isGoing={useIsMoving()} />
}
