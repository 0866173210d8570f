import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { DataTable, SpacerRow } from '#app/ui/data-table.tsx'
import { TokenRow } from './token-row.tsx'
import { useTokenRows, type TokenTableProps } from './token-table.tsx'

/** Estimates, in px; the virtualizer measures each row once it renders. A phone's rows have two lines and no header. */
const HEIGHTS = { row: 40, header: 36 }
const PHONE_HEIGHTS = { row: 72, header: 0 }
const PHONE = '(max-width: 720px)'

const heights = () => (matchMedia(PHONE).matches ? PHONE_HEIGHTS : HEIGHTS)

/** A table of any length: it renders only the rows in view, and `aria-rowcount` tells how many there are. */
export function VirtualTokenTable(props: TokenTableProps) {
  const { tokens } = props
  const { table, rowOf } = useTokenRows(props)
  const box = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const rows = useWindowVirtualizer({
    count: tokens.length,
    estimateSize: () => heights().row,
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
      if (rect) setTop(Math.round(rect.top + window.scrollY + heights().header))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])

  // Home and End lead to rows that may not be rendered: the focus follows once they are.
  const [wanted, setWanted] = useState<number | null>(null)
  const items = rows.getVirtualItems()
  useEffect(() => {
    const link = wanted === null ? null : box.current?.querySelector<HTMLElement>(`[data-index="${wanted}"] a`)
    if (!link) return
    link.focus()
    setWanted(null)
  }, [wanted, items])
  const goToEdge = (event: KeyboardEvent<HTMLElement>) => {
    const { key, target } = event
    const edge = key === 'Home' ? 0 : key === 'End' ? tokens.length - 1 : null
    if (edge === null || !(target instanceof HTMLElement) || !target.matches('td a, td input')) {
      table.rows.onKeyDown(event)
      return
    }
    event.preventDefault()
    setWanted(edge)
    rows.scrollToIndex(edge)
  }

  const before = (items[0]?.start ?? top) - top
  const after = rows.getTotalSize() - ((items.at(-1)?.end ?? top) - top)

  return (
    <div ref={box}>
      <DataTable {...table} rows={{ ...table.rows, onKeyDown: goToEdge }} rowCount={tokens.length + 1}>
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
