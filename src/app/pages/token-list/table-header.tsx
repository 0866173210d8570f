import { ArrowDown, ArrowUp } from 'lucide-react'
import { BareCheckbox } from '#app/ui/checkbox.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { Direction, Sort } from '#domain/inventory/sort.ts'
import type { Token } from '#domain/token/token.ts'
import { COLUMNS } from './list-columns.tsx'
import styles from './token-list.module.css'
import type { Selection } from './use-selection.ts'

export type Sorting = { sort: Sort; direction: Direction; onSort: (sort: Sort, direction: Direction) => void }

type TableHeaderProps = { tokens?: Token[]; sorting?: Sorting; selection?: Selection }

/** The header row. The skeleton has the same one, so that nothing moves when the rows are rendered. */
export function TableHeader({ tokens = NO_TOKENS, sorting, selection }: TableHeaderProps) {
  const selected = tokens.filter(({ id }) => selection?.tokens.has(id)).length
  return (
    <tr role="row">
      <th role="columnheader" scope="col" data-select>
        {selection && (
          <BareCheckbox
            label="Select all rows of this page"
            checked={selected > 0 && selected === tokens.length}
            indeterminate={selected > 0 && selected < tokens.length}
            onChange={() => selection.dispatch({ kind: 'set', tokens, isSelected: selected < tokens.length })}
          />
        )}
      </th>
      {COLUMNS.map((column) => (
        <SortableHeader key={column.name} column={column} sorting={sorting} />
      ))}
      <th role="columnheader" scope="col" data-actions>
        <span className="visually-hidden">Actions</span>
      </th>
    </tr>
  )
}

const NO_TOKENS: Token[] = []

type SortableHeaderProps = { column: (typeof COLUMNS)[number]; sorting: Sorting | undefined }

function SortableHeader({ column: { name, heading, first, width, detail }, sorting }: SortableHeaderProps) {
  const direction = sorting?.sort === name ? sorting.direction : null
  const next = direction === null ? first : direction === 'asc' ? 'desc' : 'asc'
  return (
    <th
      role="columnheader"
      scope="col"
      data-width={width}
      data-detail={detail}
      aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : undefined}
    >
      {sorting ? (
        <button type="button" className={styles.sort} onClick={() => sorting.onSort(name, next)}>
          {heading}
          {direction === 'asc' && <Icon of={ArrowUp} />}
          {direction === 'desc' && <Icon of={ArrowDown} />}
        </button>
      ) : (
        heading
      )}
    </th>
  )
}
