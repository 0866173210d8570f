import { useLayoutEffect, useState, type RefObject } from 'react'

const NARROW = 640
/** In px. */
const NAME = { wide: 200, narrow: 152 }
const LEAST_COLUMN = 88

export const ROW_HEIGHT = 36
export const HEAD_HEIGHT = 68

/** The widths of the names and of a column: columns share the room there is, and are never narrower than their marks. */
export function useMatrixSize(box: RefObject<HTMLElement | null>, columns: number): { name: number; column: number } {
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
  const name = width > NARROW ? NAME.wide : NAME.narrow
  return { name, column: Math.max(LEAST_COLUMN, Math.floor((width - name) / Math.max(1, columns))) }
}
