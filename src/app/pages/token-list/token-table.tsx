import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { useNow } from '#app/parts/use-now.ts'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { DataTable, SpacerRow } from '#app/ui/data-table.tsx'
import { useStable } from '#app/ui/use-stable.ts'
import type { Token } from '#domain/token/token.ts'
import { TokenColumns, type Sorting } from './token-columns.tsx'
import { ROW_HEIGHT, TokenRow } from './token-row.tsx'
import { useDrawnRows } from './use-drawn-rows.ts'
import type { Selection } from './use-selection.ts'

export type TokenTableProps = {
  accountId: string
  tokens: Token[]
  /** Rows of the page before, kept until the asked-for ones are in. */
  isStale: boolean
  sorting: Sorting
  selection: Selection
  /** What a range of rows is taken from: all that is listed, where that is known, else this page. */
  order?: Token[]
  onAction: (action: TokenAction) => void
}

export function TokenTable({ accountId, tokens, isStale, sorting, selection, order, onAction }: TokenTableProps) {
  const toggle = useStable((token: Token, isRange: boolean) => selection.toggle(token, order ?? tokens, isRange))
  const ownTokenId = useOwnTokenId(accountId)
  const now = useNow()
  const drawn = useDrawnRows(tokens)
  return (
    <DataTable
      label="API tokens"
      busy={isStale}
      columns={<TokenColumns tokens={tokens} sorting={sorting} selection={selection} />}
    >
      {drawn.map((token) => (
        <TokenRow
          key={token.id}
          accountId={accountId}
          token={token}
          now={now}
          isOwn={token.id === ownTokenId}
          isSelected={selection.tokens.has(token.id)}
          onToggle={toggle}
          onAction={onAction}
        />
      ))}
      {/* Another one each time: the same one further down would count as something that moved. */}
      {drawn.length < tokens.length && (
        <SpacerRow key={drawn.length} height={(tokens.length - drawn.length) * ROW_HEIGHT} />
      )}
    </DataTable>
  )
}
