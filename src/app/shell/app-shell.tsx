import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { sessionQuery } from '#app/queries/session.ts'
import { lastAccountId } from '#app/parts/last-account.ts'
import { AppFrame } from '#app/ui/app-frame.tsx'
import { useLater } from '#app/ui/use-later.ts'

// A file that is on its way since the start (`main.tsx`), and not waited for by what is read.
const HeaderBar = lazy(() => import('./header-bar.tsx').then((module) => ({ default: module.HeaderBar })))
const Navigation = lazy(() => import('./navigation.tsx').then((module) => ({ default: module.Navigation })))

/** The frame around every page: navigation, account, mode, and the state of the app's own credential. */
export function AppShell() {
  const params = useParams({ strict: false })
  const accountId = params.accountId ?? lastAccountId()
  // The frame stands without a session; a page that needs one says so itself.
  const { data: session, error } = useQuery({ ...sessionQuery(accountId), throwOnError: false })
  const isLater = useLater()

  return (
    <AppFrame
      header={
        isLater && (
          <Suspense>
            <HeaderBar accountId={accountId} tokenId={params.tokenId} session={session} failure={error} />
          </Suspense>
        )
      }
      navigation={
        isLater && (
          <Suspense>
            <Navigation
              accountId={accountId ?? session?.accounts[0]?.id ?? null}
              hasSignIn={session?.hasSignIn ?? false}
            />
          </Suspense>
        )
      }
    >
      <Outlet />
    </AppFrame>
  )
}
