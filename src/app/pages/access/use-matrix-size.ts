import { useLayoutEffect, useState, type RefObject } from 'react'

const NARROW = 640
/** In px. */
const NAME = { wide: 200, narrow: 152 }
const LEAST_COLUMN = 88
/** An upright sheet of paper of A4 or Letter size between its margins; there, the words of the head stand on end. */
const PAPER = 700
const LEAST_COLUMN_ON_PAPER = 40

export const ROW_HEIGHT = 36
export const HEAD_HEIGHT = 68
export const HEAD_HEIGHT_ON_PAPER = 128

/** The widths of the names and of a column: columns share the room there is, and are never narrower than their marks. */
export function useMatrixSize(
  box: RefObject<HTMLElement | null>,
  columns: number,
  isPrinted: boolean,
): { name: number; column: number } {
  const [width, setWidth] = useState(0)
  // The layout is outside React.
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return undefined
    const measure = () => setWidth(element.clientWidth)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  const [room, least] = isPrinted ? [PAPER, LEAST_COLUMN_ON_PAPER] : [width, LEAST_COLUMN]
  const name = room > NARROW && !isPrinted ? NAME.wide : NAME.narrow
  return { name, column: Math.max(least, Math.floor((room - name) / Math.max(1, columns))) }
}
