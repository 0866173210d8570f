import type { ReactNode } from 'react'
import { StatusAt } from '#app/parts/status-chip.tsx'
import { Time } from '#app/ui/time.tsx'
import { ANY_IP, countRanges } from '#domain/condition/count-ranges.ts'
import type { ColumnName, Direction } from '#domain/inventory/sort.ts'
import type { Token } from '#domain/token/token.ts'
import { FindingsCell, NameCell, PermissionsCell, RangesCell, ResourcesCell, type Row } from './list-cells.tsx'

type Column = {
  heading: string
  /** The direction of the first click. */
  first: Direction
  /** A width of `token-list.module.css`; columns without one share the rest. */
  width?: 'chip' | 'time' | 'name'
  /** The user can hide it. */
  isOptional?: boolean
  /** The place in the two lines of a row on a phone; columns without one are for screen readers there. */
  phone?: 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end'
  isMuted?: (token: Token) => boolean
  cell: (row: Row) => ReactNode
}

/** Every column of the list, in its order: header, cells, skeleton, orders and the view's settings follow it. */
const COLUMN: Record<ColumnName, Column> = {
  name: {
    heading: 'Name',
    first: 'asc',
    width: 'name',
    phone: 'top-start',
    cell: NameCell,
  },
  status: {
    heading: 'Status',
    first: 'asc',
    width: 'chip',
    phone: 'top-end',
    cell: ({ token, now }) => <StatusAt token={token} now={now} isShort />,
  },
  findings: {
    heading: 'Findings',
    first: 'desc',
    isOptional: true,
    cell: FindingsCell,
  },
  permissions: {
    heading: 'Permissions',
    first: 'desc',
    isOptional: true,
    phone: 'bottom-start',
    cell: PermissionsCell,
  },
  resources: {
    heading: 'Resources',
    first: 'desc',
    isOptional: true,
    cell: ResourcesCell,
  },
  ranges: {
    heading: 'IP limit',
    first: 'asc',
    width: 'time',
    isOptional: true,
    isMuted: ({ condition }) => countRanges(condition) !== ANY_IP,
    cell: (row) => <RangesCell {...row} />,
  },
  used: {
    heading: 'Last used',
    first: 'desc',
    width: 'time',
    isOptional: true,
    phone: 'bottom-end',
    isMuted: () => true,
    cell: ({ token, now }) => <Time value={token.lastUsedOn} missing="Never" now={now} format="short" />,
  },
  expires: {
    heading: 'Expires',
    first: 'asc',
    width: 'time',
    isOptional: true,
    isMuted: ({ expiresOn }) => expiresOn !== null,
    cell: ({ token }) => <Time value={token.expiresOn} missing="Never" format="date" />,
  },
  modified: {
    heading: 'Modified',
    first: 'desc',
    width: 'time',
    isOptional: true,
    isMuted: () => true,
    cell: ({ token, now }) => <Time value={token.modifiedOn} missing="Unknown" now={now} format="short" />,
  },
}

// The keys of the object above.
export const COLUMN_NAMES = Object.keys(COLUMN) as ColumnName[]

export const COLUMNS = COLUMN_NAMES.map((name) => ({
  name,
  ...COLUMN[name],
  /** Marks the cells of a column that may be hidden. */
  detail: COLUMN[name].isOptional ? name : undefined,
}))
