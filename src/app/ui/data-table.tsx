import type { ReactNode } from 'react'
import styles from './data-table.module.css'
import { useSpinDelay } from './use-spin-delay.ts'

type DataTableProps = {
  label: string
  /** The rows are stale until the new ones are loaded; they are dimmed if that takes long. */
  busy?: boolean
  /** The number of all rows, where only some are rendered. */
  rowCount?: number
  /** The header row. */
  columns: ReactNode
  children: ReactNode
}

/**
 * A real table. On a phone its rows become cards: a cell's `data-label` is its
 * heading there, `data-primary` marks the name, `data-select` the checkbox, `data-actions` the menu.
 * On a wider screen the header cells set the widths; columns without one share the rest. `--row` is the height of a row.
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

/** Takes the place of rows that are not rendered, `height` in px. */
export function SpacerRow({ height }: { height: number }) {
  return (
    <tr aria-hidden data-spacer style={{ height }}>
      <td aria-hidden />
    </tr>
  )
}
