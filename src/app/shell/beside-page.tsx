import { useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'
import { keptKeys } from '#app/parts/kept-in-tab.ts'
import { unfinishedKeys } from '#app/parts/unfinished-keys.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { NavigationProgress } from './navigation-progress.tsx'
import { ReturnToLink } from './return-to-link.ts'
import { useAccount } from './use-account.ts'

// Only while something is kept that did not finish.
const Unfinished = lazyComponent(() => import('#app/parts/bulk/bulk-code.ts'), 'Unfinished')

/** What every page has and none waits for. */
export function BesidePage() {
  const { accountId, session, isSignedOut } = useAccount()
  // Looked at again with every navigation, which may cut one short.
  const isKept = useRouterState({ select: () => accountId !== null && keptKeys(unfinishedKeys(accountId)).length > 0 })
  // What a user has done is shown to nobody else: not before it is known who it is.
  const isKnown = session !== undefined && !isSignedOut
  return (
    <>
      <NavigationProgress />
      <ReturnToLink />
      {isKnown && accountId && isKept && (
        <Suspense>
          <Unfinished key={accountId} accountId={accountId} />
        </Suspense>
      )}
    </>
  )
}
