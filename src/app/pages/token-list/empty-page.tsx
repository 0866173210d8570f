import { CircleAlert, FileSearch } from 'lucide-react'
import { ButtonLink } from '#app/parts/link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { count } from '#domain/text/plural.ts'
import { toList, type ListSearch } from './list-search.ts'

type PageBeyondTheEndProps = {
  /** `null` where the API does not say how many tokens there are. */
  lastPage: number | null
  search: ListSearch
}

/** A page number past the end, from a hand-edited address or because tokens were deleted. */
export function PageBeyondTheEnd({ lastPage, search }: PageBeyondTheEndProps) {
  const accountId = useAccountId()
  return (
    <EmptyState
      icon={FileSearch}
      title={`Page ${search.page} doesn’t exist`}
      actions={
        <ButtonLink href={toList(accountId, { ...search, page: lastPage ?? 1 })}>
          Go to the {lastPage === null ? 'first' : 'last'} page
        </ButtonLink>
      }
    >
      <p>{lastPage === null ? 'The list has fewer pages.' : `The last page is ${lastPage}.`}</p>
    </EmptyState>
  )
}

type EmptyPageProps = {
  search: ListSearch
  /** `null` where the API does not say how many tokens there are. */
  lastPage: number | null
  totalCount: number
  isFetching: boolean
  onRetry: () => void
}

/** A page without tokens. Within the list the answer contradicts its own count, so nothing is concluded from it. */
export function EmptyPage({ search, lastPage, totalCount, isFetching, onRetry }: EmptyPageProps) {
  const { page } = search
  if (lastPage === null || page > lastPage) return <PageBeyondTheEnd lastPage={lastPage} search={search} />
  return (
    <EmptyState
      icon={CircleAlert}
      title="No tokens on this page"
      actions={
        <Button busy={isFetching} onClick={onRetry}>
          Try again
        </Button>
      }
    >
      <p>
        Cloudflare counts {count(totalCount, 'token')} but sent none for page {page}.
      </p>
    </EmptyState>
  )
}
