import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { BareCheckbox } from '#app/ui/checkbox.tsx'
import { Icon } from '#app/ui/icon.tsx'
import type { Direction, Sort } from '#domain/inventory/facets.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './token-list.module.css'
import type { Selection } from './use-selection.ts'

export type Sorting = { sort: Sort; direction: Direction; onSort: (sort: Sort, direction: Direction) => void }

export const COLUMNS = [
  ['name', 'Name'],
  ['status', 'Status'],
  ['permissions', 'Permissions'],
  ['resources', 'Resources'],
  ['ranges', 'From'],
  ['used', 'Last used'],
  ['expires', 'Expires'],
  ['modified', 'Modified'],
] as const satisfies [Sort, string][]

/** Columns that make room on middling screens, the widest first. */
export const DETAILS: Partial<Record<Sort, 'wide' | 'middle' | 'first' | 'last'>> = {
  modified: 'wide',
  ranges: 'middle',
  resources: 'first',
  used: 'last',
}

type TokenColumnsProps = { tokens?: Token[]; sorting?: Sorting; selection?: Selection }

/** The header row, shared with the skeleton so that nothing moves when the rows come in. */
export function TokenColumns({ tokens = NO_TOKENS, sorting, selection }: TokenColumnsProps) {
  const selected = tokens.filter(({ id }) => selection?.tokens.has(id)).length
  return (
    <tr>
      <th scope="col" data-select>
        {selection && (
          <BareCheckbox
            label="Select all rows of this page"
            checked={selected > 0 && selected === tokens.length}
            indeterminate={selected > 0 && selected < tokens.length}
            onChange={() => selection.setAll(tokens, selected < tokens.length)}
          />
        )}
      </th>
      {COLUMNS.map(([sort, label]) => (
        <SortableHeader key={sort} sort={sort} sorting={sorting}>
          {label}
        </SortableHeader>
      ))}
      <th scope="col" data-actions>
        <span className="visually-hidden">Actions</span>
      </th>
    </tr>
  )
}

const NO_TOKENS: Token[] = []

type SortableHeaderProps = {
  sort: Sort
  sorting: Sorting | undefined
  children: ReactNode
}

/** What one wants to see first of a column on the first click. */
const DESCENDING_FIRST = new Set<Sort>(['permissions', 'resources', 'used', 'modified'])

function SortableHeader({ sort, sorting, children }: SortableHeaderProps) {
  const isSorted = sorting?.sort === sort
  const direction = isSorted ? sorting.direction : null
  const first = DESCENDING_FIRST.has(sort) ? 'desc' : 'asc'
  const next = direction === null ? first : direction === 'asc' ? 'desc' : 'asc'
  return (
    <th
      scope="col"
      data-column={sort}
      data-detail={DETAILS[sort]}
      aria-sort={direction === 'asc' ? 'ascending' : direction === 'desc' ? 'descending' : undefined}
    >
      {sorting ? (
        <button type="button" className={styles.sort} onClick={() => sorting.onSort(sort, next)}>
          {children}
          {direction === 'asc' && <Icon of={ArrowUp} />}
          {direction === 'desc' && <Icon of={ArrowDown} />}
        </button>
      ) : (
        children
      )}
    </th>
  )
}
