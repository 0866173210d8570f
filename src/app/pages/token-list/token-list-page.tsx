import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { RouterButtonLink } from '#app/parts/links.tsx'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { TokenActionDialogs } from '#app/parts/token-actions/token-action-dialogs.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { tokenListQuery } from '#app/queries/tokens.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyAccount, PageBeyondTheEnd } from './empty-list.tsx'
import { ListToolbar } from './list-toolbar.tsx'
import { PAGE_SIZES } from './list-search.ts'
import { TokenTable } from './token-table.tsx'
import { TokenTableSkeleton } from './token-table-skeleton.tsx'
import styles from './token-list.module.css'

export const route = createLazyRoute('/accounts/$accountId/tokens')({ component: TokenListPage })

function TokenListPage() {
  const { accountId } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const queryClient = useQueryClient()
  const { data, error, isPlaceholderData, refetch, isFetching } = useQuery(tokenListQuery(accountId, search))
  const [action, setAction] = useState<TokenAction | null>(null)

  const hasNextPage = data !== undefined && search.page * search.per_page < data.totalCount
  // The network is outside React: the next page is on its way before anybody asks for it.
  useEffect(() => {
    if (hasNextPage && !isPlaceholderData) {
      void queryClient.prefetchQuery(tokenListQuery(accountId, { ...search, page: search.page + 1 }))
    }
  }, [queryClient, accountId, search, hasNextPage, isPlaceholderData])

  const isReadOnly = useReadOnly(accountId)

  return (
    <>
      <PageHeader
        title="API tokens"
        description="Credentials owned by this account. They keep working when the people who made them leave."
        actions={
          !isReadOnly && (
            <RouterButtonLink
              tone="primary"
              icon={<Plus />}
              to="/accounts/$accountId/tokens/new"
              params={{ accountId }}
            >
              Create token
            </RouterButtonLink>
          )
        }
      />
      {error && data && (
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
      <Card className={styles.card}>
        <ListToolbar
          search={search}
          onChange={(change) => void navigate({ search: (old) => ({ ...old, page: 1, ...change }) })}
        />
        {!data && <TokenTableSkeleton rows={Math.min(search.per_page, 10)} />}
        {data && data.totalCount === 0 && <EmptyAccount accountId={accountId} hidesExpired={!search.include_expired} />}
        {data && data.totalCount > 0 && data.tokens.length === 0 && (
          <PageBeyondTheEnd
            page={search.page}
            lastPage={Math.ceil(data.totalCount / search.per_page)}
            accountId={accountId}
            search={search}
          />
        )}
        {data && data.tokens.length > 0 && (
          <TokenTable accountId={accountId} tokens={data.tokens} isStale={isPlaceholderData} onAction={setAction} />
        )}
        {data && data.totalCount > 0 && (
          <Pagination
            page={search.page}
            perPage={search.per_page}
            totalCount={data.totalCount}
            pageSizes={[...PAGE_SIZES]}
            busy={isPlaceholderData}
            onPerPageChange={(perPage) =>
              void navigate({
                search: (old) => ({ ...old, page: 1, per_page: PAGE_SIZES.find((size) => size === perPage) ?? 20 }),
              })
            }
            renderLink={(page, props) => (
              <Link
                from="/accounts/$accountId/tokens"
                to="."
                search={(old) => ({ ...old, page })}
                resetScroll={false}
                {...props}
              />
            )}
          />
        )}
      </Card>
      {action && <TokenActionDialogs accountId={accountId} action={action} onClose={() => setAction(null)} />}
    </>
  )
}
