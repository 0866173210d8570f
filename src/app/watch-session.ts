import type { QueryClient } from '@tanstack/react-query'
import type { RegisteredRouter } from '@tanstack/react-router'
import { ApiFailure } from '#app/api/errors.ts'
import { paths } from '#app/parts/paths.ts'
import { isSignedOut } from '#app/queries/failures.ts'
import { oncePageIsFree } from '#app/queries/held-page.ts'
import { hadCredential } from '#app/queries/session.ts'

/**
 * A user who is no longer signed in goes to sign in and comes back; a draft stays in the tab, and a form asks first where
 * it cannot. A secret that is shown is waited for: who rolls the token they signed in with is signed out by that.
 */
export function watchSession(queryClient: QueryClient, router: RegisteredRouter): void {
  const goToSignIn = () => {
    const { pathname, href } = router.history.location
    const [, accountId] = /^\/accounts\/([^/]+)/.exec(pathname) ?? []
    const signed_out = hadCredential(queryClient, accountId) ? 'ended' : undefined
    if (pathname !== '/sign-in') void router.navigate({ href: paths.signIn({ next: href, signed_out }), replace: true })
  }
  const onFailure = (error: unknown) => {
    if (error instanceof ApiFailure && isSignedOut(error)) oncePageIsFree(goToSignIn)
  }
  queryClient.getQueryCache().subscribe((event) => {
    const isNew = event.type === 'updated' && event.action.type === 'error'
    // A failure that no page shows does not count: one account can be signed out while the user is in another.
    if (isNew || event.type === 'observerAdded') onFailure(event.query.state.error)
  })
  queryClient.getMutationCache().subscribe((event) => {
    // Another attempt, which forgets the failure of the one before it, is no failure.
    if (event.type === 'updated' && event.action.type === 'error') onFailure(event.action.error)
  })
}
