import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { useLeaveDeleted } from '#app/parts/token-actions/use-leave-deleted.ts'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { useRememberOpened } from '#app/queries/recent-tokens.ts'
import { tokenQuery } from '#app/queries/tokens.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TokenHeader } from './token-header.tsx'
import { TokenOverview } from './token-overview.tsx'
import styles from './token-detail.module.css'

const TokenActionDialogs = lazyComponent(
  () => import('#app/parts/token-actions/token-action-dialogs.tsx'),
  'TokenActionDialogs',
)

const TokenJson = lazyComponent(() => import('./token-json.tsx'), 'TokenJson')

/** A token: what it is, what it can do, and the API's own JSON. */
export function TokenDetail() {
  const accountId = useAccountId()
  const { tokenId } = useParams({ from: '/accounts/$accountId/tokens/$tokenId' })
  const [search, onSearch] = usePageSearch('/accounts/$accountId/tokens/$tokenId')
  const leave = useLeaveDeleted()
  const { data: token, error, refetch, isFetching } = useSuspenseQuery(tokenQuery(accountId, tokenId))
  const [action, setAction] = useState<TokenAction['kind'] | null>(null)
  useRememberOpened(accountId, tokenId)

  return (
    <>
      <TokenHeader token={token} onAction={setAction} />
      {error && (
        <div className={styles.stale}>
          <FailureNote
            failure={error}
            title="Couldn’t refresh. You may be seeing old data."
            retry={{ isFetching, refetch }}
          />
        </div>
      )}
      <Tabs
        label="Token"
        value={search.view ?? 'overview'}
        onChange={(next) =>
          onSearch(
            { view: next === 'json' ? 'json' : undefined, policy: undefined },
            { replace: true, resetScroll: false },
          )
        }
        tabs={[
          { value: 'overview', label: 'Overview', content: <TokenOverview token={token} /> },
          {
            value: 'json',
            label: 'JSON',
            content: (
              <Suspense fallback={<Skeleton lines={16} />}>
                <TokenJson wire={token.wire} policy={search.policy ?? null} />
              </Suspense>
            ),
          },
        ]}
      />
      {action && (
        <Suspense>
          <TokenActionDialogs
            accountId={accountId}
            action={{ kind: action, token }}
            onClose={() => setAction(null)}
            onDeleted={() => leave(accountId)}
          />
        </Suspense>
      )}
    </>
  )
}
