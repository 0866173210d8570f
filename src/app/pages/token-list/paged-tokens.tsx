import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useDeferredValue, useEffect } from 'react'
import { createPortal } from 'react-dom'
import { FailureNote } from '#app/parts/failure-note.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import type { TokenPage } from '#app/api/tokens.ts'
import { tokenListQuery } from '#app/queries/tokens.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { Note } from '#app/ui/note.tsx'
import { count, grouped } from '#domain/text/plural.ts'
import { whenIdle } from '#app/ui/when-idle.ts'
import { EmptyAccount, EmptyPage } from './empty-list.tsx'
import { apiFilter, type ListSearch } from './list-search.ts'
import type { Sorting } from './table-header.tsx'
import { TokenTable } from './token-table.tsx'
import { TokenTableSkeleton } from './token-table-skeleton.tsx'
import type { Selection } from './use-selection.ts'

// With the controls around the page, after the first rows.
const ListPagination = lazyComponent(() => import('./list-pagination.tsx'), 'ListPagination')

export type TokenViewProps = {
  search: ListSearch
  /** The user asked for something that these rows do not show yet. */
  isStale: boolean
  sorting: Sorting
  selection: Selection
  /** In the toolbar, for the number of tokens. */
  countPlace: HTMLElement
  onChange: (change: Partial<ListSearch>) => void
  onAction: (action: TokenAction) => void
}

/** The place is `null` where another view fills it. */
type PagedTokensProps = Omit<TokenViewProps, 'countPlace'> & { countPlace: HTMLElement | null }

/** The list as the API pages it: the first rows take one request. */
export function PagedTokens(props: PagedTokensProps) {
  const { search, isStale, sorting, selection, countPlace, onChange, onAction } = props
  const accountId = useAccountId()
  const queryClient = useQueryClient()
  const filter = apiFilter(search)
  const { data, error, isPlaceholderData, refetch, isFetching } = useQuery(tokenListQuery(accountId, filter))
  // Rows after the first ones render as deferred work, so that a key or a click is not blocked.
  const deferred = useDeferredValue(data)
  const shown = deferred ?? data
  const ownTokenId = useOwnTokenId(accountId)
  const isLast = !data || (data.isCounted && filter.page * filter.per_page >= data.totalCount)
  const nextPage = !isLast && data.tokens.length > 0 && !isPlaceholderData ? filter.page + 1 : null

  // The network is outside React: the next page is prefetched once this one is rendered.
  useEffect(() => {
    if (!nextPage) return
    const next = tokenListQuery(accountId, { ...apiFilter(search), page: nextPage })
    return whenIdle(() => void queryClient.prefetchQuery(next))
  }, [queryClient, accountId, search, nextPage])

  if (!shown) return <TokenTableSkeleton rows={filter.per_page} />
  const hidesExpired = !search.include_expired
  if (shown.isCounted && shown.totalCount === 0) {
    return (
      <Suspense>
        <EmptyAccount hidesExpired={hidesExpired} />
      </Suspense>
    )
  }
  return (
    <>
      {countPlace &&
        createPortal(
          <p role="status">
            {shown.isCounted ? count(shown.totalCount, 'token') : `${grouped(shown.totalCount)}+ tokens`}
          </p>,
          countPlace,
        )}
      {error && <FailureNote failure={error} title="Couldn’t refresh the list" retry={{ isFetching, refetch }} />}
      {shown.unreadable > 0 && (
        <Note tone="caution" title={`${count(shown.unreadable, 'item')} on this page can’t be shown`}>
          Cloudflare sent something that isn’t a token.
        </Note>
      )}
      {isOnlyOwn(shown, ownTokenId) && (
        <Suspense>
          <EmptyAccount hidesExpired={hidesExpired} isOwnListed />
        </Suspense>
      )}
      {shown.tokens.length > 0 && (
        <TokenTable
          tokens={shown.tokens}
          isStale={isPlaceholderData || isStale}
          sorting={sorting}
          selection={selection}
          onAction={onAction}
        />
      )}
      {shown.tokens.length + shown.unreadable === 0 && (
        <Suspense>
          <EmptyPage
            search={search}
            lastPage={shown.isCounted ? Math.ceil(shown.totalCount / filter.per_page) : null}
            totalCount={shown.totalCount}
            isFetching={isFetching}
            onRetry={() => void refetch()}
          />
        </Suspense>
      )}
      {shown.tokens.length > 0 && (
        <Suspense>
          <ListPagination
            search={search}
            totalCount={shown.totalCount}
            isCounted={shown.isCounted}
            count={shown.tokens.length}
            busy={isPlaceholderData || isStale}
            onChange={onChange}
          />
        </Suspense>
      )}
    </>
  )
}

/** Whether the account has no token but the one the app itself runs on. */
const isOnlyOwn = ({ tokens, totalCount, isCounted }: TokenPage, ownTokenId: string | null) =>
  isCounted && totalCount === 1 && tokens.length === 1 && tokens[0]?.id === ownTokenId
