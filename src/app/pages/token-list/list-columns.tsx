import type { ReactNode } from 'react'
import { StatusAt } from '#app/parts/status-chip.tsx'
import { Time } from '#app/ui/time.tsx'
import { countRanges } from '#domain/condition/count-ranges.ts'
import { COLUMN_NAMES, type ColumnName, type Direction } from '#domain/inventory/sort.ts'
import type { Token } from '#domain/token/token.ts'
import { NameCell, PermissionsCell, RangesCell, ResourcesCell, type Row } from './list-cells.tsx'

type Column = {
  heading: string
  /** Both orders in words; a phone has no headers to click. */
  orders: Record<Direction, string>
  /** The direction of the first click. */
  first: Direction
  /** A width of `token-list.module.css`; columns without one share the rest. */
  width?: 'chip' | 'time' | 'fifth' | 'fifth-or-less'
  /** Columns that are hidden on middling screens: `wide` ones first, then `middle`, `first` and `last`. */
  detail?: 'wide' | 'middle' | 'first' | 'last'
  /** The place in the two lines of a row on a phone; columns without one are for screen readers there. */
  phone?: 'top-start' | 'top-end' | 'bottom-start' | 'bottom-end'
  isMuted?: (token: Token) => boolean
  cell: (row: Row) => ReactNode
}

/** Every column of the list, in the order of its sort keys: header, cells, skeleton and the Order select follow it. */
const COLUMN: Record<ColumnName, Column> = {
  name: {
    heading: 'Name',
    orders: { asc: 'Name, A to Z', desc: 'Name, Z to A' },
    first: 'asc',
    width: 'fifth',
    phone: 'top-start',
    cell: NameCell,
  },
  status: {
    heading: 'Status',
    orders: { asc: 'Status, active first', desc: 'Status, inactive first' },
    first: 'asc',
    width: 'chip',
    phone: 'top-end',
    cell: ({ token, now }) => <StatusAt token={token} now={now} isShort />,
  },
  permissions: {
    heading: 'Permissions',
    orders: { asc: 'Fewest permissions first', desc: 'Most permissions first' },
    first: 'desc',
    width: 'fifth-or-less',
    phone: 'bottom-start',
    cell: PermissionsCell,
  },
  resources: {
    heading: 'Resources',
    orders: { asc: 'Fewest resources first', desc: 'Most resources first' },
    first: 'desc',
    detail: 'first',
    cell: ResourcesCell,
  },
  ranges: {
    heading: 'From',
    orders: { asc: 'Fewest IP ranges first', desc: 'Most IP ranges first' },
    first: 'asc',
    detail: 'middle',
    isMuted: ({ condition }) => countRanges(condition) !== 'Anywhere',
    cell: (row) => <RangesCell {...row} />,
  },
  used: {
    heading: 'Last used',
    orders: { asc: 'Longest unused first', desc: 'Used most recently first' },
    first: 'desc',
    width: 'time',
    detail: 'last',
    phone: 'bottom-end',
    isMuted: () => true,
    cell: ({ token, now }) => <Time value={token.lastUsedOn} missing="Never" now={now} format="short" />,
  },
  expires: {
    heading: 'Expires',
    orders: { asc: 'Expiring soonest first', desc: 'Expiring latest first' },
    first: 'asc',
    width: 'time',
    isMuted: ({ expiresOn }) => expiresOn !== null,
    cell: ({ token }) => <Time value={token.expiresOn} missing="Never" format="date" />,
  },
  modified: {
    heading: 'Modified',
    orders: { asc: 'Longest unchanged first', desc: 'Changed most recently first' },
    first: 'desc',
    width: 'time',
    detail: 'wide',
    isMuted: () => true,
    cell: ({ token, now }) => <Time value={token.modifiedOn} missing="Unknown" now={now} format="short" />,
  },
}

export const COLUMNS = COLUMN_NAMES.map((name) => ({ name, ...COLUMN[name] }))
