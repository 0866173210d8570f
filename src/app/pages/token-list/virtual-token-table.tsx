import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { DataTable, SpacerRow } from '#app/ui/data-table.tsx'
import { TableHeader } from './table-header.tsx'
import { TokenRow } from './token-row.tsx'
import type { TokenTableProps } from './token-table.tsx'

/** Estimates, in px, with the border; on a phone, where rows are cards, the virtualizer measures more. */
const ROW_HEIGHT = 45
const HEADER_HEIGHT = 36

/** A table of any length: it renders only the rows in view, and `aria-rowcount` tells how many there are. */
export function VirtualTokenTable(props: TokenTableProps) {
  const { tokens, isStale, sorting, selection, order = tokens, onAction } = props
  const accountId = useAccountId()
  const ownTokenId = useOwnTokenId(accountId)
  const now = useNow()
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
      <DataTable
        label="API tokens"
        busy={isStale}
        rowCount={tokens.length + 1}
        columns={<TableHeader tokens={tokens} sorting={sorting} selection={selection} />}
      >
        {before > 0 && <SpacerRow height={before} />}
        {items.map(({ index, key }) => {
          const token = tokens[index]
          return (
            token && (
              <TokenRow
                key={key}
                accountId={accountId}
                token={token}
                now={now}
                isOwn={token.id === ownTokenId}
                isSelected={selection.tokens.has(token.id)}
                order={order}
                onSelect={selection.dispatch}
                onAction={onAction}
                index={index}
                measure={rows.measureElement}
              />
            )
          )
        })}
        {after > 0 && <SpacerRow height={after} />}
      </DataTable>
    </div>
  )
}
