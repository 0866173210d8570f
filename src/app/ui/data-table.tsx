import type { ReactNode } from 'react'
import styles from './data-table.module.css'
import { useSpinDelay } from './use-spin-delay.ts'

type DataTableProps = {
  label: string
  /** The rows are those of before, until the new ones are in; dimmed where that takes a while. */
  busy?: boolean
  /** All rows there are, when only some of them are drawn. */
  rowCount?: number
  /** The header row. */
  columns: ReactNode
  children: ReactNode
}

/**
 * A real table. On a phone its rows become cards: a cell's `data-label` is its
 * heading there, `data-primary` marks the name, `data-select` the tick, `data-actions` the menu.
 * On a wider screen the header's cells say how wide the columns are; what has no width shares the rest.
 * Cells with `data-detail` make room on middling screens: `wide` ones first, then `middle`, `first` and `last`.
 */
export function DataTable({ label, busy = false, rowCount, columns, children }: DataTableProps) {
  const isDim = useSpinDelay(busy)
  return (
    <div className={styles.scroller}>
      <table
        className={styles.table}
        aria-label={label}
        aria-busy={busy || undefined}
        aria-rowcount={rowCount}
        data-dim={isDim || undefined}
      >
        <thead>{columns}</thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

/** Stands for rows that are not drawn, `height` in px. */
export function SpacerRow({ height }: { height: number }) {
  return (
    <tr aria-hidden data-spacer style={{ height }}>
      <td aria-hidden />
    </tr>
  )
}
