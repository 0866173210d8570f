import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useLayoutEffect, type RefObject } from 'react'
import { useIsPrinted } from '#app/ui/use-is-printed.ts'
import type { CellAt } from './matrix-move.ts'
import { HEAD_HEIGHT, HEAD_HEIGHT_ON_PAPER, ROW_HEIGHT, useMatrixSize } from './use-matrix-size.ts'

/** Rows and columns beyond those in view, so that scrolling rarely shows an empty one. */
const OVERSCAN = { rows: 8, columns: 2 }

type Size = { rows: number; columns: number }

/**
 * What of the matrix is rendered: the part in view, and the active cell wherever it is, which keeps the focus. On paper
 * it is all.
 */
export function useMatrixWindow(box: RefObject<HTMLElement | null>, { rows, columns }: Size, active: CellAt) {
  const isPrinted = useIsPrinted()
  const size = useMatrixSize(box, columns, isPrinted)
  const rendered = (one: number) => (isPrinted ? all : (range: Range) => withOne(range, one))
  const head = isPrinted ? HEAD_HEIGHT_ON_PAPER : HEAD_HEIGHT
  const down = useVirtualizer({
    count: rows,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN.rows,
    paddingStart: head,
    scrollPaddingStart: head,
    rangeExtractor: rendered(active.row - 1),
  })
  const across = useVirtualizer({
    horizontal: true,
    count: columns,
    getScrollElement: () => box.current,
    estimateSize: () => size.column,
    overscan: OVERSCAN.columns,
    paddingStart: size.name,
    scrollPaddingStart: size.name,
    rangeExtractor: rendered(active.column - 1),
  })
  useLayoutEffect(() => across.measure(), [across, size.name, size.column])

  const show = ({ row, column }: CellAt) => {
    if (row > 0) down.scrollToIndex(row - 1)
    if (column > 0) across.scrollToIndex(column - 1)
    else box.current?.scrollTo({ left: 0 })
  }
  return { size, down, across, show }
}

const all = ({ count }: Range): number[] => Array.from({ length: count }, (_, index) => index)

function withOne(range: Range, one: number): number[] {
  const indexes = defaultRangeExtractor(range)
  if (one < 0 || one >= range.count || indexes.includes(one)) return indexes
  return [...indexes, one].toSorted((a, b) => a - b)
}
