import { Download } from 'lucide-react'
import { useQueryClient } from '@tanstack/react-query'
import { CatchBoundary, type ErrorComponentProps } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { RouteError } from '#app/parts/route-error.tsx'
import { CreateLink } from '#app/parts/create-link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { tokenListQuery } from '#app/queries/tokens.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { usePortalElement } from '#app/ui/portal-place.tsx'
import { lazyComponent, preload } from '#app/ui/lazy-component.ts'
import { SecretFound } from './empty-list.tsx'
import { useListLook } from './list-look.ts'
import { apiFilter, needsInventory, type ListSearch } from './list-search.ts'
import { ListToolbar } from './list-toolbar.tsx'
import { PagedTokens } from './paged-tokens.tsx'
import styles from './token-list.module.css'
import { TokenTableSkeleton } from './token-table-skeleton.tsx'
import { useFilterOpening } from './use-filter-opening.ts'
import { useRequestedSearch } from './use-requested-search.ts'
import { useSelection } from './use-selection.ts'
import { useTypedSearch } from '#app/parts/use-typed-search.ts'
import { grouped } from '#domain/text/plural.ts'

// Searching, selecting and saved views are loaded on demand: the first rows do not need their code.
const TokenActionDialogs = lazyComponent(
  () => import('#app/parts/token-actions/token-action-dialogs.tsx'),
  'TokenActionDialogs',
)

const InventoryView = lazyComponent(() => import('./inventory-view.tsx'), 'InventoryView')
const ReadOnlyReason = lazyComponent(() => import('#app/parts/read-only-reason.tsx'), 'ReadOnlyReason')
const ListDialogs = lazyComponent(() => import('./list-dialogs.tsx'), 'ListDialogs')
const SelectionBar = lazyComponent(() => import('./selection-bar.tsx'), 'SelectionBar')

export function TokenListPage() {
  const accountId = useAccountId()
  const [inAddress, onSearch] = usePageSearch('/accounts/$accountId/tokens')
  const { search, request } = useRequestedSearch(inAddress)
  const isReadOnly = useReadOnly(accountId)
  const [action, setAction] = useState<TokenAction | null>(null)
  const filter = useFilterOpening()
  const chipsPlace = usePortalElement()
  const countPlace = usePortalElement()
  const [look, setLook] = useListLook()
  const [dialog, setDialog] = useState<'views' | 'export' | 'import' | null>(null)
  const selection = useSelection()
  const queryClient = useQueryClient()
  const { typed, words, isSecret, type, finish, replace } = useTypedSearch(inAddress.q, (q) =>
    onSearch({ page: 1, q }, { replace: true }),
  )

  const change = (next: Partial<ListSearch>) => {
    // Clearing also removes words that never went into the address.
    if (next.q !== undefined) replace(next.q)
    request({ page: 1, ...next })
    onSearch({ page: 1, ...next })
  }

  // Whether all tokens are needed, beyond what the API's own pages show.
  const needsAll = needsInventory(search) || words.trim() !== ''
  // Who filters by findings also sees them.
  const shown = search.finding && !look.shown.includes('findings') ? [...look.shown, 'findings'] : look.shown
  const wantsJudged = shown.includes('findings')
  const isLocal = needsAll || filter.opening !== null || wantsJudged
  const sorting = { ...search, onSort: change }
  const view = {
    search,
    isStale: typed !== words,
    selection,
    sorting,
    countPlace,
    onChange: change,
    onAction: setAction,
  }
  // While all tokens are loading, a page that is in the cache stays visible; none is requested just for that.
  const isCached = queryClient.getQueryData(tokenListQuery(accountId, apiFilter(search)).queryKey) !== undefined
  const pagesCountedIn = (place: HTMLElement | null) =>
    isLocal && !isCached ? (
      <TokenTableSkeleton rows={search.per_page === 'all' ? 20 : search.per_page} />
    ) : (
      <PagedTokens {...view} countPlace={place} isStale={view.isStale || needsAll} />
    )
  const pages = pagesCountedIn(countPlace)

  return (
    <>
      <PageHeader
        title="API tokens"
        description="API tokens owned by this account, not by a person. They keep working when their creator leaves."
        actions={
          <>
            <Button tone="quiet" icon={<Icon of={Download} />} onClick={() => setDialog('export')}>
              Export
            </Button>
            {isReadOnly ? (
              <Suspense>
                <ReadOnlyReason accountId={accountId} />
              </Suspense>
            ) : (
              <CreateLink>Create token</CreateLink>
            )}
          </>
        }
      />
      <Card
        className={styles.card}
        data-density={look.density}
        data-shown={shown.join(' ') || undefined}
        data-hidden={look.hidden.join(' ')}
      >
        <ListToolbar
          search={search}
          typed={typed}
          onType={type}
          onTyped={finish}
          onChange={change}
          filter={filter}
          chipsPlace={chipsPlace}
          countPlace={countPlace}
          onIntent={() => preload(InventoryView)}
          sorting={sorting}
          look={look}
          onLook={setLook}
          isReadOnly={isReadOnly}
          onDialog={setDialog}
        />
        <CatchBoundary getResetKey={() => JSON.stringify(search)} errorComponent={ListError}>
          {isSecret ? (
            <Suspense>
              <SecretFound />
            </Suspense>
          ) : isLocal ? (
            <Suspense fallback={pages}>
              <InventoryView
                {...view}
                words={words}
                chipsPlace={chipsPlace}
                filter={filter}
                wantsJudged={wantsJudged}
                // In the toolbar it says that it loads all tokens.
                pending={pagesCountedIn(null)}
                failed={isCached && !needsAll && pages}
              />
            </Suspense>
          ) : (
            pages
          )}
        </CatchBoundary>
        <p role="status" className="visually-hidden">
          {selection.tokens.size > 0 && `${grouped(selection.tokens.size)} selected`}
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
        <Suspense>
          <TokenActionDialogs
            accountId={accountId}
            action={action}
            onClose={() => setAction(null)}
            onDeleted={() => {
              selection.dispatch({ kind: 'set', tokens: [action.token], isSelected: false })
              setAction(null)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

/** In the card, below the toolbar. */
const ListError = (props: ErrorComponentProps) => <RouteError {...props} headingLevel={2} />
