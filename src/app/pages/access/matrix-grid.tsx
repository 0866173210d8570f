import {
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { cellsReader, type MatrixColumn } from '#domain/reach/matrix.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { MatrixHead } from './matrix-head.tsx'
import { moveInGrid, type CellAt } from './matrix-move.ts'
import { MatrixRow } from './matrix-row.tsx'
import { MatrixWhy } from './matrix-why.tsx'
import { ROW_HEIGHT } from './use-matrix-size.ts'
import { useMatrixWindow } from './use-matrix-window.ts'
import styles from './matrix.module.css'

type MatrixGridProps = {
  accountId: string
  catalogue: PermissionGroup[] | undefined
  tokens: TokenReach[]
  columns: MatrixColumn[]
  open: ReadonlySet<string>
  isInactive: (token: TokenReach) => boolean
  onToggle: (family: string) => void
  onCompare: (tokenId: string) => void
}

/** Tokens by products. Only what is in view is rendered, and the cell that Tab leads to. */
export function MatrixGrid(props: MatrixGridProps) {
  const { accountId, catalogue, tokens, columns, open, isInactive, onToggle, onCompare } = props
  const box = useRef<HTMLDivElement>(null)
  // Hundreds of permissions of a token would be read again with every row that scrolls into view.
  const cellsFor = useMemo(() => cellsReader(catalogue), [catalogue])
  const [wanted, setActive] = useState<CellAt>({ row: 1, column: 0 })
  const active = { row: Math.min(wanted.row, tokens.length), column: Math.min(wanted.column, columns.length) }
  // By ID: while it is open, rows come and change places.
  const [explained, setExplained] = useState<{ tokenId: string; column: string } | null>(null)
  const anchor = useRef<HTMLElement>(null)
  const isMoving = useRef(false)
  const { size, down, across, show } = useMatrixWindow(box, { rows: tokens.length, columns: columns.length }, active)
  const [lines, items] = [down.getVirtualItems(), across.getVirtualItems()]

  // The cell that a key leads to may be rendered only now.
  useLayoutEffect(() => {
    if (!isMoving.current) return
    isMoving.current = false
    const cell = box.current?.querySelector<HTMLElement>(`[data-cell="${active.row} ${active.column}"]`)
    cell?.focus({ preventScroll: true })
    // The box has scrolled; the window may end before the box does.
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active.row, active.column])

  const explain = (at: CellAt, cell: HTMLElement) => {
    const [reach, column] = [tokens[at.row - 1], columns[at.column - 1]]
    if (!reach || !column) return
    anchor.current = cell
    setExplained({ tokenId: reach.token.id, column: column.key })
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const [cell, at] = cellAt(event)
    if (!cell || !at) return
    if (event.key === 'Enter' || (event.key === ' ' && at.row > 0 && at.column > 0)) {
      if (at.row > 0 && at.column > 0) event.preventDefault()
      explain(at, cell)
      return
    }
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT) - 3)
    const next = moveInGrid(at, event, { rows: tokens.length + 1, columns: columns.length + 1, page })
    if (!next) return
    event.preventDefault()
    if (next.row === at.row && next.column === at.column) return
    isMoving.current = true
    setActive(next)
    show(next)
  }
  const click = (event: MouseEvent<HTMLElement>) => {
    const [cell, at] = cellAt(event)
    if (cell && at) explain(at, cell)
  }
  const focus = (event: FocusEvent<HTMLElement>) => {
    const [, at] = cellAt(event)
    if (at && (at.row !== active.row || at.column !== active.column)) setActive(at)
  }

  const chosen = explained && {
    reach: tokens.find(({ token }) => token.id === explained.tokenId),
    column: columns.find(({ key }) => key === explained.column),
  }
  return (
    <div ref={box} role="region" aria-label="Matrix of tokens and products" tabIndex={0} className={styles.box}>
      <div
        role="grid"
        aria-label="What tokens can do, by product"
        aria-readonly
        tabIndex={-1}
        aria-rowcount={tokens.length + 1}
        aria-colcount={columns.length + 1}
        className={styles.grid}
        style={sizeOf(down.getTotalSize(), across.getTotalSize(), size.name)}
        onKeyDown={press}
        onClick={click}
        onFocus={focus}
      >
        <MatrixHead
          columns={columns}
          items={items}
          open={open}
          active={active.row === 0 ? active.column : null}
          onToggle={onToggle}
        />
        {lines.map(({ index, start }) => {
          const reach = tokens[index]
          return (
            reach && (
              <MatrixRow
                key={reach.token.id}
                accountId={accountId}
                reach={reach}
                cells={cellsFor(reach)}
                columns={columns}
                items={items}
                row={index + 1}
                top={start}
                active={active.row === index + 1 ? active.column : null}
                explained={chosen?.reach === reach ? (chosen.column?.key ?? null) : null}
                isInactive={isInactive(reach)}
              />
            )
          )
        })}
      </div>
      {chosen?.reach && chosen.column && (
        <MatrixWhy
          anchor={anchor}
          reach={chosen.reach}
          column={chosen.column}
          catalogue={catalogue}
          isInactive={isInactive(chosen.reach)}
          onCompare={onCompare}
          onClose={() => setExplained(null)}
        />
      )}
    </div>
  )
}

/** React's type has no custom properties, which it sets like all others. */
const sizeOf = (height: number, width: number, name: number) =>
  ({ height, width, '--name': `${name}px` }) as CSSProperties

/** The cell that an event is for, and where it is. */
function cellAt({ target }: { target: EventTarget }): [HTMLElement | null, CellAt | null] {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-cell]') : null
  const [row, column] = (cell?.dataset['cell'] ?? '').split(' ').map(Number)
  return cell && row !== undefined && column !== undefined ? [cell, { row, column }] : [null, null]
}
