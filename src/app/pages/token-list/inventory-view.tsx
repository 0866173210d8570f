import { Suspense, type ReactNode } from 'react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { useInventory } from '#app/queries/inventory.ts'
import { isFiltered } from '#domain/inventory/filters.ts'
import { isPartial, missingCount, type Inventory } from '#domain/inventory/inventory.ts'
import { count } from '#domain/text/plural.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { EmptyAccount } from './empty-list.tsx'
import { PageBeyondTheEnd } from './empty-page.tsx'
import { FilterChips } from './filter-chips.tsx'
import { FilterPanel } from './filter-panel.tsx'
import { InventoryProgress } from './inventory-progress.tsx'
import { ListPagination } from './list-pagination.tsx'
import { NoMatch } from './no-match.tsx'
import type { TokenViewProps } from './paged-tokens.tsx'
import styles from './token-list.module.css'
import { TokenTable } from './token-table.tsx'
import { useMatches } from './use-matches.ts'
import { TokenTableSkeleton } from './token-table-skeleton.tsx'

const VirtualTokenTable = lazyComponent(
  () => import('./virtual-token-table.tsx'),
  (file) => file.VirtualTokenTable,
)

type InventoryViewProps = TokenViewProps & {
  /** The search words as typed; they may be ahead of the address. */
  words: string
  isPanelOpen: boolean
  /** Shown until the first tokens are loaded. */
  pending: ReactNode
  /** Shown where they cannot be loaded. */
  failed: ReactNode
}

/** Of more rows than this only those in view are rendered. */
const MANY_ROWS = 100

/** The list as this browser searches, filters and sorts it, from all tokens or those loaded so far. */
export function InventoryView({ pending, failed, isPanelOpen, words, ...view }: InventoryViewProps) {
  const { search, selection, sorting, onChange, onAction } = view
  const accountId = useAccountId()
  const state = useInventory(accountId, true)
  const { inventory } = state
  const matches = useMatches(inventory.tokens, search, words)
  const { tokens, filters, hiddenExpired, index, context, shown } = matches
  const isStale = view.isStale || matches.isStale
  const perPage = shown.per_page === 'all' ? Math.max(1, tokens.length) : shown.per_page
  const rows = tokens.slice((shown.page - 1) * perPage, shown.page * perPage)
  const isReading = state.activity.kind === 'reading' && isPartial(inventory)
  const isGivenUp = state.activity.kind === 'failed' || state.activity.kind === 'stopped'
  const ownTokenId = useOwnTokenId(accountId)
  const isOnlyOwn = !isPartial(inventory) && inventory.totalCount === 1 && tokens[0]?.id === ownTokenId
  const Table = rows.length > MANY_ROWS ? VirtualTokenTable : TokenTable

  return (
    <>
      <InventoryProgress {...state} />
      {inventory.totalCount === null && state.activity.kind === 'idle' && <div className={styles.summary} />}
      {isPanelOpen && (
        <FilterPanel search={search} filters={filters} index={index} context={context} onChange={onChange} />
      )}
      <FilterChips search={search} filters={filters} index={index} zoneNames={context.zoneNames} onChange={onChange} />
      {inventory.totalCount === null ? (
        isGivenUp ? (
          failed
        ) : (
          pending
        )
      ) : (
        <>
          {/* While loading, the progress takes its place, and is as high. */}
          <p role="status" className={isReading ? 'visually-hidden' : styles.summary}>
            {isFiltered(filters)
              ? matchSummary(tokens.length, inventory, hiddenExpired)
              : totalSummary(tokens.length, inventory, hiddenExpired)}
          </p>
          {isOnlyOwn && !isFiltered(filters) && (
            <Suspense>
              <EmptyAccount hidesExpired={false} isOwnListed />
            </Suspense>
          )}
          {rows.length > 0 && (
            <Suspense fallback={<TokenTableSkeleton rows={Math.min(rows.length, 30)} />}>
              <Table
                tokens={rows}
                order={tokens}
                isStale={isStale}
                sorting={sorting}
                selection={selection}
                onAction={onAction}
                matchOf={matches.matchOf}
              />
            </Suspense>
          )}
          {tokens.length === 0 && (
            <NoMatch search={search} words={words} state={state} hiddenExpired={hiddenExpired} onChange={onChange} />
          )}
          {tokens.length > 0 && rows.length === 0 && (
            <PageBeyondTheEnd search={shown} page={shown.page} lastPage={Math.ceil(tokens.length / perPage)} />
          )}
          {rows.length > 0 && (
            <ListPagination
              search={shown}
              totalCount={tokens.length}
              count={rows.length}
              busy={isStale}
              onChange={onChange}
            />
          )}
        </>
      )}
    </>
  )
}

/** "412 tokens, 5 expired hidden". */
function totalSummary(shown: number, inventory: Inventory, hidden: number): string {
  if (isPart(inventory)) return `${inventory.tokens.length}${ofTotal(inventory)} tokens loaded so far`
  return `${count(shown, 'token')}${hidden > 0 ? `, ${hidden} expired hidden` : ''}`
}

/** "12 of 412 tokens match, 2 expired hidden", and whether that covers all tokens. */
function matchSummary(matches: number, inventory: Inventory, hidden: number): string {
  const verb = matches === 1 ? 'matches' : 'match'
  const rest = hidden > 0 ? `, ${hidden} expired hidden` : ''
  if (!isPart(inventory)) return `${matches}${ofTotal(inventory)} tokens ${verb}${rest}`
  const total = inventory.isCounted ? `; there are ${inventory.totalCount}` : ''
  return `${matches} of the ${inventory.tokens.length} tokens loaded so far ${verb}${rest}${total}`
}

const isPart = (inventory: Inventory) => isPartial(inventory) || missingCount(inventory) > 0

/** " of 412", where the API says how many there are. */
const ofTotal = ({ isCounted, totalCount }: Inventory) => (isCounted ? ` of ${totalCount}` : '')
