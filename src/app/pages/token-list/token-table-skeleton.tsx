import { DataTable } from '#app/ui/data-table.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { TokenColumns } from './token-columns.tsx'

type TokenTableSkeletonProps = { rows: number }

/** The table's outline while its first rows are on their way; nothing moves when they arrive. */
export function TokenTableSkeleton({ rows }: TokenTableSkeletonProps) {
  return (
    <DataTable label="API tokens, loading" busy columns={<TokenColumns />}>
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row}>
          {Array.from({ length: 10 }, (_, column) => (
            <td key={column}>{column > 0 && column < 9 && <Skeleton width={column === 1 ? '70%' : '50%'} />}</td>
          ))}
        </tr>
      ))}
    </DataTable>
  )
}
