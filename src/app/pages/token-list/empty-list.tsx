import { CircleAlert, FileSearch } from 'lucide-react'
import { ButtonLink } from '#app/parts/link.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { lazyWithPreload } from 'react-lazy-with-preload'
import { toList, type ListSearch } from './list-search.ts'

/** Few accounts are empty, so its words and templates come for those alone. */
export const EmptyAccount = lazyWithPreload(() =>
  import('./empty-account.tsx').then((module) => ({ default: module.EmptyAccount })),
)

type PageBeyondTheEndProps = {
  accountId: string
  page: number
  /** `null` where the API does not say how many tokens there are. */
  lastPage: number | null
  search: ListSearch
}

/** A page number past the end, by a hand-edited address or because tokens went away. */
export function PageBeyondTheEnd({ accountId, page, lastPage, search }: PageBeyondTheEndProps) {
  return (
    <EmptyState
      icon={<Icon of={FileSearch} />}
      title={`There is no page ${page}`}
      actions={
        <ButtonLink href={toList(accountId, { ...search, page: lastPage ?? 1 })}>
          Go to the {lastPage === null ? 'first' : 'last'} page
        </ButtonLink>
      }
    >
      <p>{lastPage === null ? 'The list ends before it.' : `The list ends at page ${lastPage}.`}</p>
    </EmptyState>
  )
}

type EmptyPageProps = {
  accountId: string
  search: ListSearch
  /** `null` where the API does not say how many tokens there are. */
  lastPage: number | null
  totalCount: number
  isFetching: boolean
  onRetry: () => void
}

/** A page that came without tokens. Within the list the answer contradicts itself, so nothing is concluded from it. */
export function EmptyPage({ accountId, search, lastPage, totalCount, isFetching, onRetry }: EmptyPageProps) {
  const { page } = search
  if (lastPage === null || page > lastPage)
    return <PageBeyondTheEnd accountId={accountId} page={page} lastPage={lastPage} search={search} />
  return (
    <EmptyState
      icon={<Icon of={CircleAlert} />}
      title="No tokens came"
      actions={
        <Button busy={isFetching} onClick={onRetry}>
          Try again
        </Button>
      }
    >
      <p>
        Cloudflare counts {totalCount} {totalCount === 1 ? 'token' : 'tokens'} and sent none of them for page {page}.
      </p>
    </EmptyState>
  )
}
