import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useDeferredValue, useEffect } from 'react'
import { LateFailureNote } from '#app/parts/failure-views.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { tokenListQuery } from '#app/queries/tokens.ts'
import { Button } from '#app/ui/button.tsx'
import { later } from '#app/ui/later.tsx'
import { useLater } from '#app/ui/use-later.ts'
import { whenIdle } from '#app/ui/when-idle.ts'
import { EmptyAccount, PageBeyondTheEnd } from './empty-list.tsx'
import { apiFilter, type ListSearch } from './list-search.ts'
import type { Sorting } from './token-columns.tsx'
import { TokenTable } from './token-table.tsx'
import { TokenTableSkeleton } from './token-table-skeleton.tsx'
import type { Selection } from './use-selection.ts'

const ListPagination = later(() => import('./list-pagination.tsx').then((module) => module.ListPagination))
ListPagination.prepare()

export type TokenViewProps = {
  accountId: string
  search: ListSearch
  sorting: Sorting
  selection: Selection
  onChange: (change: Partial<ListSearch>) => void
  /** A link to a page is being followed. */
  onPage: (page: number) => void
  onAction: (action: TokenAction) => void
}

/** The list as the API pages it: the first rows are one request away. */
export function PagedTokens({ accountId, search, sorting, selection, onChange, onPage, onAction }: TokenViewProps) {
  const queryClient = useQueryClient()
  const filter = apiFilter(search)
  const { data, error, isPlaceholderData, refetch, isFetching } = useQuery(tokenListQuery(accountId, filter))
  // Rows are drawn in pieces, so that a key or a click in between is not held up.
  const shown = useDeferredValue(data)
  const isLater = useLater()
  const nextPage =
    data && filter.page * filter.per_page < data.totalCount && !isPlaceholderData ? filter.page + 1 : null

  // The network is outside React: the next page is on its way before anybody asks for it, once this one is drawn.
  useEffect(() => {
    if (!nextPage) return
    const next = tokenListQuery(accountId, { ...apiFilter(search), page: nextPage })
    return whenIdle(() => void queryClient.prefetchQuery(next))
  }, [queryClient, accountId, search, nextPage])

  if (!data || !shown) return <TokenTableSkeleton rows={Math.min(filter.per_page, 10)} />
  if (data.totalCount === 0) return <EmptyAccount accountId={accountId} hidesExpired={!search.include_expired} />
  return (
    <>
      {error && (
        <LateFailureNote
          failure={error}
          title="The list could not be refreshed"
          action={
            <Button size="small" busy={isFetching} onClick={() => void refetch()}>
              Try again
            </Button>
          }
        />
      )}
      {shown.tokens.length === 0 ? (
        <PageBeyondTheEnd
          page={search.page}
          lastPage={Math.ceil(shown.totalCount / filter.per_page)}
          accountId={accountId}
          search={search}
        />
      ) : (
        <TokenTable
          accountId={accountId}
          tokens={shown.tokens}
          isStale={isPlaceholderData}
          sorting={sorting}
          selection={selection}
          onAction={onAction}
        />
      )}
      {isLater && (
        <Suspense>
          <ListPagination
            accountId={accountId}
            search={search}
            totalCount={shown.totalCount}
            busy={isPlaceholderData}
            onChange={onChange}
            onPage={onPage}
          />
        </Suspense>
      )}
    </>
  )
}
