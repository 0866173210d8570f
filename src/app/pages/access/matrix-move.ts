/** A cell of the matrix, head and names included, from 0. */
export type CellAt = { row: number; column: number }

type Key = { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean; shiftKey: boolean }
type Size = { rows: number; columns: number; page: number }

/** The cell that a key leads to, as in any grid; `null` for other keys. */
export function moveInGrid({ row, column }: CellAt, pressed: Key, { rows, columns, page }: Size): CellAt | null {
  if (pressed.altKey || pressed.metaKey || pressed.shiftKey) return null
  const last = { row: rows - 1, column: columns - 1 }
  const wanted = pressed.ctrlKey
    ? { Home: { row: 0, column: 0 }, End: last }[pressed.key]
    : {
        ArrowUp: { row: row - 1, column },
        ArrowDown: { row: row + 1, column },
        ArrowLeft: { row, column: column - 1 },
        ArrowRight: { row, column: column + 1 },
        Home: { row, column: 0 },
        End: { row, column: last.column },
        PageUp: { row: row - page, column },
        PageDown: { row: row + page, column },
      }[pressed.key]
  if (!wanted) return null
  const within = (value: number, most: number) => Math.max(0, Math.min(value, most))
  return { row: within(wanted.row, last.row), column: within(wanted.column, last.column) }
}
