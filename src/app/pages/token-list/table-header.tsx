import { ArrowDown, ArrowUp } from 'lucide-react'
import { BareCheckbox } from '#app/ui/checkbox.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { Direction, Sort } from '#domain/inventory/sort.ts'
import type { Token } from '#domain/token/token.ts'
import { COLUMNS } from './list-columns.tsx'
import styles from './token-list.module.css'
import { headerFocus } from './row-focus.ts'
import type { Selection } from './use-selection.ts'

type Order = { sort: Sort; direction: Direction }

export type Sorting = Order & { onSort: (order: Order) => void }

type TableHeaderProps = { tokens?: Token[]; sorting?: Sorting; selection?: Selection }

/** The header row. The skeleton has the same one, so that nothing moves when the rows are rendered. */
export function TableHeader({ tokens = NO_TOKENS, sorting, selection }: TableHeaderProps) {
  const selected = tokens.filter(({ id }) => selection?.tokens.has(id)).length
  return (
    <tr role="row" ref={headerFocus}>
      <th role="columnheader" scope="col" data-select>
        <span className="visually-hidden">Selection</span>
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
  // Of another column it shows, under the pointer and with the focus, what a click would do.
  const arrow = (direction ?? next) === 'asc' ? ArrowUp : ArrowDown
  return (
    <th
      role="columnheader"
      scope="col"
      data-width={width}
      data-detail={detail}
      aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : undefined}
    >
      {sorting && (
        <button type="button" className={styles.sort} onClick={() => sorting.onSort({ sort: name, direction: next })}>
          {heading}
          <Icon of={arrow} />
        </button>
      )}
      {/* On a phone the button is not there. */}
      <span className={sorting && styles.heading}>{heading}</span>
    </th>
  )
}
