import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { useNow } from '#app/parts/use-now.ts'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { DataTable, SpacerRow } from '#app/ui/data-table.tsx'
import { useStable } from '#app/ui/use-stable.ts'
import type { Token } from '#domain/token/token.ts'
import { TokenColumns } from './token-columns.tsx'
import { ROW_HEIGHT, TokenRow } from './token-row.tsx'
import type { TokenTableProps } from './token-table.tsx'

const HEADER_HEIGHT = 36

/** A table of any length: only the rows in view are there, and the table says how many there are. */
export function VirtualTokenTable(props: TokenTableProps) {
  const { accountId, tokens, isStale, sorting, selection, order, onAction } = props
  const ownTokenId = useOwnTokenId(accountId)
  const now = useNow()
  const toggle = useStable((token: Token, isRange: boolean) => selection.toggle(token, order ?? tokens, isRange))
  const place = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)
  const rows = useWindowVirtualizer({
    count: tokens.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
    // A row a frame late is no harm; a frame held up by rows is.
    useFlushSync: false,
    scrollMargin: top,
    getItemKey: (index) => tokens[index]?.id ?? index,
  })

  // Where the table begins is known to the layout alone; what stands above it comes and goes.
  useLayoutEffect(() => {
    const measure = () => {
      const box = place.current?.getBoundingClientRect()
      if (box) setTop(Math.round(box.top + window.scrollY + HEADER_HEIGHT))
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
    <div ref={place}>
      <DataTable
        label="API tokens"
        busy={isStale}
        rowCount={tokens.length + 1}
        columns={<TokenColumns tokens={tokens} sorting={sorting} selection={selection} />}
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
                onToggle={toggle}
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
