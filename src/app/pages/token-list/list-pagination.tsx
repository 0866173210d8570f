import { Link } from '#app/parts/link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Pagination } from '#app/ui/pagination.tsx'
import { PAGE_SIZES, toList, type ListSearch } from './list-search.ts'

type ListPaginationProps = {
  search: ListSearch
  totalCount: number
  /** Whether the API counted them all. */
  isCounted?: boolean
  /** Rows on this page. */
  count: number
  busy?: boolean
  onChange: (change: Partial<ListSearch>) => void
}

const rowsOf = (size: ListSearch['per_page']) => (size === 'all' ? Infinity : size)

/** The pages of the list, of the API or of this browser. */
export function ListPagination(props: ListPaginationProps) {
  const { search, totalCount, isCounted = true, count, busy = false, onChange } = props
  const accountId = useAccountId()
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
      renderLink={(page, link) => <Link href={toList(accountId, { ...search, page })} resetScroll={false} {...link} />}
    />
  )
}
