import type { VirtualItem } from '@tanstack/react-virtual'
import { memo } from 'react'
import { LevelMark } from '#app/parts/level-mark.tsx'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { cellAmount, cellWords, NO_ACCESS, unlessCut, type MatrixCell } from '#domain/reach/matrix-cell.ts'
import type { MatrixColumn } from '#domain/reach/matrix.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { nameInText } from '#domain/token/name.ts'
import styles from './matrix.module.css'

type MatrixRowProps = {
  accountId: string
  reach: TokenReach
  cells: ReadonlyMap<string, MatrixCell>
  /** All columns, and those in view. */
  columns: MatrixColumn[]
  items: VirtualItem[]
  /** Its place in the grid: the head is row 0. */
  row: number
  top: number
  /** The column of the cell that Tab leads to, if it is in this row. */
  active: number | null
  /** The column whose explanation is open. */
  explained: string | null
  isInactive: boolean
}

/** A token and its cells. Keys and clicks are those of the grid; `data-cell` tells it which cell they are for. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { accountId, reach, cells, columns, items, row, top, active, explained, isInactive } = props
  const { token, isCut } = reach
  const name = nameInText(token)
  return (
    <div
      role="row"
      aria-rowindex={row + 1}
      className={styles.row}
      data-inactive={isInactive || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <div role="rowheader" aria-colindex={1} className={styles.name}>
        <Link
          href={paths.token(accountId, token.id)}
          title={name}
          data-cell={`${row} 0`}
          tabIndex={active === 0 ? 0 : -1}
        >
          <TokenName name={token.name} />
        </Link>
        {isCut && <span className="visually-hidden">, a policy can’t be read</span>}
        {isInactive && <span className="visually-hidden">, doesn’t work now</span>}
      </div>
      {items.map(({ index, start, size }) => {
        const column = columns[index]
        if (!column) return null
        const cell = unlessCut(cells.get(column.key) ?? NO_ACCESS, isCut)
        const amount = cellAmount(cell)
        return (
          <div
            key={column.key}
            role="gridcell"
            aria-colindex={index + 2}
            // Its token and its product are told by the heads of its row and its column.
            aria-label={`${cellWords(cell, accountId)}${isCut ? ', perhaps more' : ''}`}
            aria-haspopup="dialog"
            aria-expanded={explained === column.key}
            className={styles.cell}
            data-cell={`${row} ${index + 1}`}
            data-level={cell.level}
            tabIndex={active === index + 1 ? 0 : -1}
            style={{ insetInlineStart: start, width: size }}
          >
            {/* Most cells are empty: these are drawn by the style sheet. */}
            {cell.level !== 'none' && <LevelMark level={cell.level} />}
            {amount && <span>{amount}</span>}
          </div>
        )
      })}
    </div>
  )
})
