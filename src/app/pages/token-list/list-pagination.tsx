import { Link } from '#app/parts/link.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { PAGE_SIZES, toList, type ListSearch } from './list-search.ts'

type ListPaginationProps = {
  accountId: string
  search: ListSearch
  totalCount: number
  /** Whether that is all there is, as far as anybody says. */
  isCounted?: boolean
  /** Rows on this page. */
  count: number
  busy?: boolean
  onChange: (change: Partial<ListSearch>) => void
  onPage: (page: number) => void
}

const rowsOf = (size: ListSearch['per_page']) => (size === 'all' ? Infinity : size)

/** Pages of the list, whoever has paged it: the API or this browser. */
export function ListPagination(props: ListPaginationProps) {
  const { accountId, search, totalCount, isCounted = true, count, busy = false, onChange, onPage } = props
  return (
    <Pagination
      page={search.page}
      perPage={rowsOf(search.per_page)}
      totalCount={totalCount}
      isCounted={isCounted}
      count={count}
      pageSizes={PAGE_SIZES.map(rowsOf)}
      busy={busy}
      onPerPageChange={(rows) => onChange({ per_page: PAGE_SIZES.find((size) => rowsOf(size) === rows) ?? 20 })}
      renderLink={(page, link) => (
        <Link
          href={toList(accountId, { ...search, page })}
          resetScroll={false}
          onClick={() => onPage(page)}
          {...link}
        />
      )}
    />
  )
}
