import { DataTable } from '#app/ui/data-table.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { COLUMNS } from './list-columns.tsx'
import { TableHeader } from './table-header.tsx'

type TokenTableSkeletonProps = { rows: number }

/** The table's outline while its first rows are loading; nothing moves when they are rendered. */
export function TokenTableSkeleton({ rows }: TokenTableSkeletonProps) {
  return (
    <DataTable label="API tokens, loading" busy columns={<TableHeader />}>
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row} role="row">
          <td aria-hidden data-select />
          {COLUMNS.map(({ name, detail, phone }) => (
            <td key={name} role="cell" data-detail={detail} data-phone={phone}>
              <Skeleton width={name === 'name' ? '70%' : '50%'} />
            </td>
          ))}
          <td aria-hidden data-actions />
        </tr>
      ))}
    </DataTable>
  )
}
