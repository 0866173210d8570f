import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import type { JudgedTokens } from '#domain/inventory/judged.ts'
import type { Token } from '#domain/token/token.ts'
import type { RowMatch } from './list-cells.tsx'
import { TableHeader, type Sorting } from './table-header.tsx'
import { TokenRow } from './token-row.tsx'
import { useRowEvents } from './use-row-events.ts'
import type { Selection } from './use-selection.ts'

export type TokenTableProps = {
  tokens: Token[]
  /** The rows are those of the previous view, until the new ones are loaded. */
  isStale: boolean
  sorting: Sorting
  selection: Selection
  /** All tokens that a range of rows may be taken from; this page where no more are known. */
  order?: Token[]
  onAction: (action: TokenAction) => void
  /** What a search found in a token. */
  matchOf?: (token: Token) => RowMatch | undefined
  judged?: JudgedTokens | undefined
}

export function TokenTable(props: TokenTableProps) {
  const { table, rowOf } = useTokenRows(props)
  return (
    <DataTable {...table}>
      {props.tokens.map((token) => (
        <TokenRow key={token.id} {...rowOf(token)} />
      ))}
    </DataTable>
  )
}

/** What a table of tokens has of its own and gives to each of its rows, also where it renders only some of them. */
export function useTokenRows({
  tokens,
  isStale,
  sorting,
  selection,
  order = tokens,
  onAction,
  matchOf,
  judged,
}: TokenTableProps) {
  const accountId = useAccountId()
  const ownTokenId = useOwnTokenId(accountId)
  const now = useNow()
  const rows = useRowEvents()
  return {
    table: {
      label: 'API tokens',
      busy: isStale,
      columns: <TableHeader tokens={tokens} sorting={sorting} selection={selection} />,
      rows,
    },
    rowOf: (token: Token) => ({
      accountId,
      token,
      now,
      isOwn: token.id === ownTokenId,
      match: matchOf?.(token),
      judged: judged?.get(token.id),
      isSelected: selection.tokens.has(token.id),
      order,
      onSelect: selection.dispatch,
      onAction,
    }),
  }
}
