import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { DataTable, SpacerRow } from '#app/ui/data-table.tsx'
import { TokenRow } from './token-row.tsx'
import { useTokenRows, type TokenTableProps } from './token-table.tsx'

/** Estimates, in px, with the border; on a phone, where rows are cards, the virtualizer measures more. */
const ROW_HEIGHT = 45
const HEADER_HEIGHT = 36

/** A table of any length: it renders only the rows in view, and `aria-rowcount` tells how many there are. */
export function VirtualTokenTable(props: TokenTableProps) {
  const { tokens } = props
  const { table, rowOf } = useTokenRows(props)
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const rows = useWindowVirtualizer({
    count: tokens.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    // Rows may be rendered a frame late; scrolling should not wait for them.
    useFlushSync: false,
    scrollMargin: top,
    getItemKey: (index) => tokens[index]?.id ?? index,
  })

  // The layout is outside React: what is above the table changes its position.
  useLayoutEffect(() => {
    const measure = () => {
      const rect = box.current?.getBoundingClientRect()
      if (rect) setTop(Math.round(rect.top + window.scrollY + HEADER_HEIGHT))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])

  const items = rows.getVirtualItems()
  const before = (items[0]?.start ?? top) - top
  const after = rows.getTotalSize() - ((items.at(-1)?.end ?? top) - top)

  return (
    <div ref={box}>
      <DataTable {...table} rowCount={tokens.length + 1}>
        {before > 0 && <SpacerRow height={before} />}
        {items.map(({ index, key }) => {
          const token = tokens[index]
          return token && <TokenRow key={key} {...rowOf(token)} index={index} measure={rows.measureElement} />
        })}
        {after > 0 && <SpacerRow height={after} />}
      </DataTable>
    </div>
  )
}
