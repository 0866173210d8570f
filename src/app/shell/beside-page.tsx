import { useRouterState } from '@tanstack/react-router'
import { Suspense } from 'react'
import { runKeys } from '#app/parts/bulk/run-key.ts'
import { keptKeys } from '#app/parts/kept-in-tab.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { NavigationProgress } from './navigation-progress.tsx'
import { ReturnToLink } from './return-to-link.ts'
import { useAccount } from './use-account.ts'

// Only while a bulk action is kept that did not finish.
const UnfinishedRuns = lazyComponent(() => import('#app/parts/bulk/bulk-code.ts'), 'UnfinishedRuns')

/** What every page has and none waits for. */
export function BesidePage() {
  const { accountId, session, isSignedOut } = useAccount()
  // Looked at again with every navigation, which may cut one short.
  const hasRuns = useRouterState({ select: () => accountId !== null && keptKeys(runKeys(accountId)).length > 0 })
  // What a user has done is shown to nobody else: not before it is known who it is.
  const isKnown = session !== undefined && !isSignedOut
  return (
    <>
      <NavigationProgress />
      <ReturnToLink />
      {isKnown && accountId && hasRuns && (
        <Suspense>
          <UnfinishedRuns key={accountId} accountId={accountId} />
        </Suspense>
      )}
    </>
  )
}
