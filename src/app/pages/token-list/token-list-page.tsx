import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
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
import { lazyWithPreload } from 'react-lazy-with-preload'
import { Note } from '#app/ui/note.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { CreateLink } from './create-link.tsx'
import { apiFilter, needsInventory, type ListSearch } from './list-search.ts'
import { ListToolbar } from './list-toolbar.tsx'
import { PagedTokens } from './paged-tokens.tsx'
import styles from './token-list.module.css'
import { TokenTableSkeleton } from './token-table-skeleton.tsx'
import { useExpectedSearch } from './use-expected-search.ts'
import { useSelection } from './use-selection.ts'
import { useTypedQuery } from '#app/parts/use-typed-query.ts'
import { preload } from '#app/ui/preload.ts'

// Searching, selecting and saving views are for those who ask for them: the first rows come without their code.
const InventoryView = lazyWithPreload(() =>
  import('./inventory-view.tsx').then((module) => ({ default: module.InventoryView })),
)
const ListDialogs = lazyWithPreload(() =>
  import('./list-dialogs.tsx').then((module) => ({ default: module.ListDialogs })),
)
const SelectionBar = lazyWithPreload(() =>
  import('./selection-bar.tsx').then((module) => ({ default: module.SelectionBar })),
)

export function TokenListPage() {
  const accountId = useAccountId()
  const [inAddress, onSearch] = usePageSearch('/accounts/$accountId/tokens')
  const { search, expect } = useExpectedSearch(inAddress)
  const isReadOnly = useReadOnly(accountId)
  const [action, setAction] = useState<TokenAction | null>(null)
  const [isPanelOpen, setIsPanelOpen] = useState(false)
  const [dialog, setDialog] = useState<'views' | 'export' | 'import' | null>(null)
  const selection = useSelection()
  const queryClient = useQueryClient()
  const typed = useTypedQuery(inAddress.q, (q) => onSearch({ page: 1, q }, { replace: true }))

  const change = (next: Partial<ListSearch>) => {
    // Clearing takes away what is typed as well, also what never went into the address.
    if (next.q !== undefined) typed.reset(next.q)
    expect({ page: 1, ...next })
    onSearch({ page: 1, ...next })
  }

  const view = {
    accountId,
    search,
    selection,
    sorting: {
      ...search,
      onSort: (sort: ListSearch['sort'], direction: ListSearch['direction']) => change({ sort, direction }),
    },
    onChange: change,
    onPage: (page: number) => expect({ page }),
    onAction: setAction,
  }
  // What the API's own pages do not follow.
  const isBehind = needsInventory(search) || typed.query.words.trim() !== ''
  const isLocal = isBehind || isPanelOpen
  // While all tokens are read, the page that is already here stays; none is asked for just for that.
  const isKnown = queryClient.getQueryData(tokenListQuery(accountId, apiFilter(search)).queryKey) !== undefined
  const pages = isLocal && !isKnown ? <TokenTableSkeleton rows={10} /> : <PagedTokens {...view} isBehind={isBehind} />

  return (
    <>
      <PageHeader
        title="API tokens"
        description="Credentials owned by this account. They keep working when the people who made them leave."
        actions={
          isReadOnly ? (
            <ReadOnlyReason accountId={accountId} />
          ) : (
            <CreateLink accountId={accountId}>Create token</CreateLink>
          )
        }
      />
      <Card className={styles.card}>
        <ListToolbar
          search={search}
          query={typed.query}
          onQuery={typed.type}
          onChange={change}
          isPanelOpen={isPanelOpen}
          onPanel={() => setIsPanelOpen(!isPanelOpen)}
          onIntent={() => preload(InventoryView)}
          isReadOnly={isReadOnly}
          onOpen={setDialog}
        />
        {typed.isSecret && (
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
                {!isKnown && <div className={styles.found} />}
                {pages}
              </>
            }
          >
            <InventoryView
              {...view}
              query={typed.query.words}
              isPanelOpen={isPanelOpen}
              meanwhile={pages}
              instead={isKnown && !isBehind && pages}
            />
          </Suspense>
        ) : (
          pages
        )}
        <p role="status" className="visually-hidden">
          {selection.tokens.size > 0 && `${selection.tokens.size} selected`}
        </p>
        {selection.tokens.size > 0 && (
          <Suspense>
            <SelectionBar accountId={accountId} search={search} query={typed.query.words} selection={selection} />
          </Suspense>
        )}
      </Card>
      {dialog && (
        <Suspense>
          <ListDialogs
            accountId={accountId}
            dialog={dialog}
            search={search}
            query={typed.query.words}
            onClose={() => setDialog(null)}
          />
        </Suspense>
      )}
      {action && (
        <TokenActionDialogs
          accountId={accountId}
          action={action}
          onClose={() => setAction(null)}
          onDeleted={() => {
            selection.setAll([action.token], false)
            setAction(null)
          }}
        />
      )}
    </>
  )
}
