import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Suspense, useDeferredValue, useEffect } from 'react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import type { TokenPage } from '#app/api/tokens.ts'
import { tokenListQuery } from '#app/queries/tokens.ts'
import { Button } from '#app/ui/button.tsx'
import { lazyWithPreload } from 'react-lazy-with-preload'
import { Note } from '#app/ui/note.tsx'
import { useLater } from '#app/ui/use-later.ts'
import { whenIdle } from '#app/ui/when-idle.ts'
import { EmptyAccount, EmptyPage } from './empty-list.tsx'
import { apiFilter, type ListSearch } from './list-search.ts'
import type { Sorting } from './token-columns.tsx'
import { TokenTable } from './token-table.tsx'
import { TokenTableSkeleton } from './token-table-skeleton.tsx'
import type { Selection } from './use-selection.ts'
import { preload } from '#app/ui/preload.ts'

const ListPagination = lazyWithPreload(() =>
  import('./list-pagination.tsx').then((module) => ({ default: module.ListPagination })),
)
preload(ListPagination)

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

type PagedTokensProps = TokenViewProps & {
  /** Something is searched for or sorted by that these rows do not follow: they wait for those that do. */
  isBehind?: boolean
}

/** The list as the API pages it: the first rows are one request away. */
export function PagedTokens({ isBehind = false, ...view }: PagedTokensProps) {
  const { accountId, search, sorting, selection, onChange, onPage, onAction } = view
  const queryClient = useQueryClient()
  const filter = apiFilter(search)
  const { data, error, isPlaceholderData, refetch, isFetching } = useQuery(tokenListQuery(accountId, filter))
  // Rows are drawn in pieces, so that a key or a click in between is not held up.
  const shown = useDeferredValue(data)
  const isLater = useLater()
  const ownTokenId = useOwnTokenId(accountId)
  const isLast = !data || (data.isCounted && filter.page * filter.per_page >= data.totalCount)
  const nextPage = !isLast && data.tokens.length > 0 && !isPlaceholderData ? filter.page + 1 : null

  // The network is outside React: the next page is on its way before anybody asks for it, once this one is drawn.
  useEffect(() => {
    if (!nextPage) return
    const next = tokenListQuery(accountId, { ...apiFilter(search), page: nextPage })
    return whenIdle(() => void queryClient.prefetchQuery(next))
  }, [queryClient, accountId, search, nextPage])

  if (!data || !shown) return <TokenTableSkeleton rows={Math.min(filter.per_page, 10)} />
  const hidesExpired = !search.include_expired
  if (data.isCounted && data.totalCount === 0) {
    return (
      <Suspense>
        <EmptyAccount accountId={accountId} hidesExpired={hidesExpired} />
      </Suspense>
    )
  }
  return (
    <>
      {error && (
        <FailureNote
          failure={error}
          title="The list could not be refreshed"
          action={
            <Button size="small" busy={isFetching} onClick={() => void refetch()}>
              Try again
            </Button>
          }
        />
      )}
      {shown.unreadable > 0 && (
        <Note
          tone="caution"
          title={`Not shown: ${shown.unreadable} of this page that ${shown.unreadable === 1 ? 'is' : 'are'} no token`}
        >
          The API sent something in the place of a token that cannot be read as one.
        </Note>
      )}
      {isOnlyOwn(shown, ownTokenId) && (
        <Suspense>
          <EmptyAccount accountId={accountId} hidesExpired={hidesExpired} isOwnListed />
        </Suspense>
      )}
      {shown.tokens.length > 0 && (
        <TokenTable
          accountId={accountId}
          tokens={shown.tokens}
          isStale={isPlaceholderData || isBehind}
          sorting={sorting}
          selection={selection}
          onAction={onAction}
        />
      )}
      {shown.tokens.length + shown.unreadable === 0 && (
        <EmptyPage
          accountId={accountId}
          search={search}
          lastPage={shown.isCounted ? Math.ceil(shown.totalCount / filter.per_page) : null}
          totalCount={shown.totalCount}
          isFetching={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {isLater && shown.tokens.length > 0 && (
        <Suspense>
          <ListPagination
            accountId={accountId}
            search={search}
            totalCount={shown.totalCount}
            isCounted={shown.isCounted}
            count={shown.tokens.length}
            busy={isPlaceholderData || isBehind}
            onChange={onChange}
            onPage={onPage}
          />
        </Suspense>
      )}
    </>
  )
}

/** Whether all there is is the token the app itself runs on. */
const isOnlyOwn = ({ tokens, totalCount, isCounted }: TokenPage, ownTokenId: string | null) =>
  isCounted && totalCount === 1 && tokens.length === 1 && tokens[0]?.id === ownTokenId
