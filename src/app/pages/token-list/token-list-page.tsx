import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useCallback, useState } from 'react'
import { ReadOnlyReason } from '#app/parts/read-only-reason.tsx'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { TokenActionDialogs } from '#app/parts/token-actions/token-action-dialogs.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { tokenListQuery } from '#app/queries/tokens.ts'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { lazyComponent, preload } from '#app/ui/lazy-component.ts'
import { CreateLink } from './create-link.tsx'
import { apiFilter, needsInventory, type ListSearch } from './list-search.ts'
import { ListToolbar } from './list-toolbar.tsx'
import { PagedTokens } from './paged-tokens.tsx'
import styles from './token-list.module.css'
import { TokenTableSkeleton } from './token-table-skeleton.tsx'
import { useRequestedSearch } from './use-requested-search.ts'
import { useSelection } from './use-selection.ts'
import { useTypedSearch } from '#app/parts/use-typed-search.ts'

// Searching, selecting and saved views are loaded on demand: the first rows do not need their code.
const InventoryView = lazyComponent(
  () => import('./inventory-view.tsx'),
  (file) => file.InventoryView,
)
const ListDialogs = lazyComponent(
  () => import('./list-dialogs.tsx'),
  (file) => file.ListDialogs,
)
const SelectionBar = lazyComponent(
  () => import('./selection-bar.tsx'),
  (file) => file.SelectionBar,
)

export function TokenListPage() {
  const accountId = useAccountId()
  const [inAddress, onSearch] = usePageSearch('/accounts/$accountId/tokens')
  const { search, request } = useRequestedSearch(inAddress)
  const isReadOnly = useReadOnly(accountId)
  const [action, setAction] = useState<TokenAction | null>(null)
  const [isPanelOpen, setIsPanelOpen] = useState(false)
  const [dialog, setDialog] = useState<'views' | 'export' | 'import' | null>(null)
  const selection = useSelection()
  const queryClient = useQueryClient()
  const { typed, words, isSecret, type, finish, replace } = useTypedSearch(inAddress.q, (q) =>
    onSearch({ page: 1, q }, { replace: true }),
  )

  // The same function while the user types: the filter panel with its hundred checkboxes need not render.
  const change = useCallback(
    (next: Partial<ListSearch>) => {
      // Clearing also removes words that never went into the address.
      if (next.q !== undefined) replace(next.q)
      request({ page: 1, ...next })
      onSearch({ page: 1, ...next })
    },
    [replace, request, onSearch],
  )

  // Whether all tokens are needed, beyond what the API's own pages show.
  const needsAll = needsInventory(search) || words.trim() !== ''
  const isLocal = needsAll || isPanelOpen
  const view = {
    search,
    isStale: typed !== words,
    selection,
    sorting: {
      ...search,
      onSort: (sort: ListSearch['sort'], direction: ListSearch['direction']) => change({ sort, direction }),
    },
    onChange: change,
    onAction: setAction,
  }
  // While all tokens are loading, a page that is in the cache stays visible; none is requested just for that.
  const isCached = queryClient.getQueryData(tokenListQuery(accountId, apiFilter(search)).queryKey) !== undefined
  const pages =
    isLocal && !isCached ? (
      <TokenTableSkeleton rows={10} />
    ) : (
      <PagedTokens {...view} isStale={view.isStale || needsAll} />
    )

  return (
    <>
      <PageHeader
        title="API tokens"
        description="Credentials owned by this account. They keep working when the people who made them leave."
        actions={isReadOnly ? <ReadOnlyReason accountId={accountId} /> : <CreateLink>Create token</CreateLink>}
      />
      <Card className={styles.card}>
        <ListToolbar
          search={search}
          typed={typed}
          onType={type}
          onTyped={finish}
          onChange={change}
          isPanelOpen={isPanelOpen}
          onPanel={() => setIsPanelOpen(!isPanelOpen)}
          onIntent={() => preload(InventoryView)}
          isReadOnly={isReadOnly}
          onOpen={setDialog}
        />
        {isSecret && (
          <Note tone="caution" role="status" title="This looks like a secret">
            <p>
              It is searched for on this page only and kept nowhere. To see what it opens,{' '}
              <Link href={paths.verify(accountId)}>verify it</Link> instead.
            </p>
          </Note>
        )}
        {isLocal ? (
          <Suspense
            fallback={
              <>
                {!isCached && <div className={styles.summary} />}
                {pages}
              </>
            }
          >
            <InventoryView
              {...view}
              words={words}
              isPanelOpen={isPanelOpen}
              pending={pages}
              failed={isCached && !needsAll && pages}
            />
          </Suspense>
        ) : (
          pages
        )}
        <p role="status" className="visually-hidden">
          {selection.tokens.size > 0 && `${selection.tokens.size} selected`}
        </p>
      </Card>
      {selection.tokens.size > 0 && (
        <Suspense>
          <SelectionBar search={search} words={words} selection={selection} />
        </Suspense>
      )}
      {dialog && (
        <Suspense>
          <ListDialogs dialog={dialog} search={search} words={words} onClose={() => setDialog(null)} />
        </Suspense>
      )}
      {action && (
        <TokenActionDialogs
          accountId={accountId}
          action={action}
          onClose={() => setAction(null)}
          onDeleted={() => {
            selection.dispatch({ kind: 'set', tokens: [action.token], isSelected: false })
            setAction(null)
          }}
        />
      )}
    </>
  )
}
