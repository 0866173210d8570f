import { DataTable } from '#app/ui/data-table.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { COLUMNS, DETAILS, TokenColumns } from './token-columns.tsx'

type TokenTableSkeletonProps = { rows: number }

/** The table's outline while its first rows are on their way; nothing moves when they arrive. */
export function TokenTableSkeleton({ rows }: TokenTableSkeletonProps) {
  return (
    <DataTable label="API tokens, loading" busy columns={<TokenColumns />}>
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row}>
          <td aria-hidden />
          {COLUMNS.map(([sort]) => (
            <td key={sort} data-detail={DETAILS[sort]}>
              <Skeleton width={sort === 'name' ? '70%' : '50%'} />
            </td>
          ))}
          <td aria-hidden />
        </tr>
      ))}
    </DataTable>
  )
}
