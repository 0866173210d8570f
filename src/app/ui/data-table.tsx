import type { ComponentProps, ReactNode } from 'react'
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
  /** What the body of the table listens to, for all its rows. */
  rows?: ComponentProps<'tbody'>
  children: ReactNode
}

/**
 * A real table. On a phone its rows have two lines: `data-phone` is a cell's place in them, `data-select` marks the
 * checkbox, `data-actions` the menu, and the other cells are for screen readers there. The roles are in the markup,
 * because the layout of a phone takes those of the elements away.
 * On a wider screen the header cells set the widths; columns without one share the rest. `--row` is its height.
 */
export function DataTable({ label, busy = false, rowCount, columns, rows, children }: DataTableProps) {
  const isDim = useSpinDelay(busy)
  return (
    <div className={styles.scroller}>
      <table
        role="table"
        className={styles.table}
        aria-label={label}
        aria-busy={busy || undefined}
        aria-rowcount={rowCount}
        data-dim={isDim || undefined}
      >
        <thead role="rowgroup">{columns}</thead>
        <tbody {...rows} role="rowgroup">
          {children}
        </tbody>
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
