import { Suspense, type ReactNode } from 'react'
import { useInventory } from '#app/queries/inventory.ts'
import { later } from '#app/ui/later.tsx'
import { isFiltered } from '#domain/inventory/filters.ts'
import { isPartial, missingCount } from '#domain/inventory/inventory.ts'
import { PageBeyondTheEnd } from './empty-list.tsx'
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

const VirtualTokenTable = later(() => import('./virtual-token-table.tsx').then((module) => module.VirtualTokenTable))

type InventoryViewProps = TokenViewProps & {
  /** What is typed; it may be ahead of the address. */
  query: string
  isPanelOpen: boolean
  /** Shown until the first tokens are here. */
  meanwhile: ReactNode
}

/** More rows than this are drawn only where somebody looks. */
const MANY_ROWS = 100

/** The list as this browser searches, filters and sorts it, from all tokens or what is known of them. */
export function InventoryView({ meanwhile, isPanelOpen, query, ...view }: InventoryViewProps) {
  const { accountId, search, selection, sorting, onChange, onPage, onAction } = view
  const state = useInventory(accountId, true)
  const { inventory } = state
  const matches = useMatches(accountId, inventory.tokens, search, query)
  const { tokens, filters, hiddenExpired, index, context, shown, isLagging } = matches
  const perPage = shown.per_page === 'all' ? Math.max(1, tokens.length) : shown.per_page
  const rows = tokens.slice((shown.page - 1) * perPage, shown.page * perPage)
  const isReading = state.activity.kind === 'reading' && isPartial(inventory)
  const Table = rows.length > MANY_ROWS ? VirtualTokenTable : TokenTable

  return (
    <>
      <InventoryProgress {...state} />
      {inventory.totalCount === null && state.activity.kind === 'idle' && <div className={styles.found} />}
      {isPanelOpen && (
        <FilterPanel search={search} filters={filters} index={index} context={context} onChange={onChange} />
      )}
      <FilterChips search={search} filters={filters} index={index} zoneNames={context.zoneNames} onChange={onChange} />
      {inventory.totalCount === null ? (
        meanwhile
      ) : (
        <>
          {/* The progress stands in its place, with the same said shorter, and is as high. */}
          <p role="status" className={isReading ? 'visually-hidden' : styles.found}>
            {isFiltered(filters)
              ? found(tokens.length, inventory.totalCount, missingCount(inventory), hiddenExpired)
              : all(tokens.length, inventory.totalCount, missingCount(inventory), hiddenExpired)}
          </p>
          {rows.length > 0 && (
            <Suspense fallback={<TokenTableSkeleton rows={Math.min(rows.length, 30)} />}>
              <Table
                accountId={accountId}
                tokens={rows}
                order={tokens}
                isStale={isLagging}
                sorting={sorting}
                selection={selection}
                onAction={onAction}
              />
            </Suspense>
          )}
          {tokens.length === 0 && (
            <NoMatch
              accountId={accountId}
              search={search}
              query={query}
              state={state}
              hiddenExpired={hiddenExpired}
              onChange={onChange}
            />
          )}
          {tokens.length > 0 && rows.length === 0 && (
            <PageBeyondTheEnd
              accountId={accountId}
              search={shown}
              page={shown.page}
              lastPage={Math.ceil(tokens.length / perPage)}
            />
          )}
          {tokens.length > 0 && (
            <ListPagination
              accountId={accountId}
              search={shown}
              totalCount={tokens.length}
              busy={isLagging}
              onChange={onChange}
              onPage={onPage}
            />
          )}
        </>
      )}
    </>
  )
}

/** "412 tokens, 5 expired hidden". */
function all(shown: number, total: number, missing: number, hidden: number): string {
  if (missing > 0) return `${total - missing} of ${total} tokens loaded so far`
  return `${shown} ${shown === 1 ? 'token' : 'tokens'}${hidden > 0 ? `, ${hidden} expired hidden` : ''}`
}

/** "12 of 412 tokens match, 2 expired hidden", and whether that is the whole truth. */
function found(matches: number, total: number, missing: number, hidden: number): string {
  const verb = matches === 1 ? 'matches' : 'match'
  const rest = hidden > 0 ? `, ${hidden} expired hidden` : ''
  if (missing > 0) return `${matches} of the ${total - missing} tokens loaded so far ${verb}${rest}; there are ${total}`
  return `${matches} of ${total} tokens ${verb}${rest}`
}
