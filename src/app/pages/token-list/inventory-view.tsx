import { Suspense, type ReactNode } from 'react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { useInventory } from '#app/queries/inventory.ts'
import { isFiltered } from '#domain/inventory/filters.ts'
import { isPartial } from '#domain/inventory/inventory.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { loadedOf } from '#app/parts/inventory/count-words.ts'
import { EmptyAccount } from './empty-list.tsx'
import { PageBeyondTheEnd } from './empty-page.tsx'
import { FilterChips } from './filter-chips.tsx'
import { InventoryCount } from './inventory-count.tsx'
import { InventoryTrouble } from '#app/parts/inventory/inventory-trouble.tsx'
import { ListPagination } from './list-pagination.tsx'
import { NoMatch } from './no-match.tsx'
import type { TokenViewProps } from './paged-tokens.tsx'
import { FilterPopover } from './popovers.ts'
import { TokenTable } from './token-table.tsx'
import type { FilterControl } from './use-filter-opening.ts'
import { useMatches } from './use-matches.ts'
import { TokenTableSkeleton } from './token-table-skeleton.tsx'
import { UncheckedRules } from './unchecked-rules.tsx'

const VirtualTokenTable = lazyComponent(() => import('./virtual-token-table.tsx'), 'VirtualTokenTable')

type InventoryViewProps = TokenViewProps & {
  /** The search words as typed; they may be ahead of the address. */
  words: string
  /** In the toolbar, for the active filters. */
  chipsPlace: HTMLElement
  filter: FilterControl
  /** Whether the column of findings is shown. */
  wantsJudged: boolean
  /** Shown until the first tokens are loaded. */
  pending: ReactNode
  /** Shown where they cannot be loaded. */
  failed: ReactNode
}

/** Of more rows than this only those in view are rendered. */
const MANY_ROWS = 100

/** The list as this browser searches, filters and sorts it, from all tokens or those loaded so far. */
export function InventoryView(props: InventoryViewProps) {
  const { pending, failed, words, chipsPlace, filter, wantsJudged, ...view } = props
  const { search, selection, sorting, countPlace, onChange, onAction } = view
  const accountId = useAccountId()
  const state = useInventory(accountId, true)
  const { inventory } = state
  const matches = useMatches(inventory.tokens, search, words, wantsJudged)
  const { tokens, filters, hiddenExpired, index, context, shown, isUnsure } = matches
  const isStale = view.isStale || matches.isStale || matches.isPending || isUnsure
  // Until all known tokens are checked, rows of fewer of them stay, but their number says nothing.
  const isEmptyYet = isUnsure && tokens.length === 0
  const perPage = shown.per_page === 'all' ? Math.max(1, tokens.length) : shown.per_page
  const rows = tokens.slice((shown.page - 1) * perPage, shown.page * perPage)
  const isGivenUp = state.activity.kind === 'failed' || state.activity.kind === 'stopped'
  const ownTokenId = useOwnTokenId(accountId)
  const isOnlyOwn = !isPartial(inventory) && inventory.totalCount === 1 && tokens[0]?.id === ownTokenId
  const Table = rows.length > MANY_ROWS ? VirtualTokenTable : TokenTable

  return (
    <>
      <FilterChips
        place={chipsPlace}
        search={search}
        filters={filters}
        index={index}
        zoneNames={context.zoneNames}
        ruleTitles={matches.ruleTitles}
        onChange={onChange}
        onOpen={filter.open}
      />
      <InventoryCount
        {...state}
        place={countPlace}
        listed={isUnsure ? null : tokens.length}
        hiddenExpired={isUnsure ? 0 : hiddenExpired}
      />
      {filter.opening && (
        <Suspense>
          <FilterPopover
            {...filter.opening}
            anchor={filter.anchor}
            opener={filter.opener}
            search={search}
            filters={filters}
            index={index}
            context={context}
            found={inventory.totalCount === null || isUnsure ? null : tokens.length}
            hiddenExpired={isUnsure ? 0 : hiddenExpired}
            loaded={isPartial(inventory) && inventory.totalCount !== null ? loadedOf(inventory) : null}
            onChange={onChange}
            onClose={filter.close}
          />
        </Suspense>
      )}
      <InventoryTrouble {...state} />
      {shown.finding !== '' && <UncheckedRules silent={matches.silent ?? []} titles={matches.ruleTitles} />}
      {inventory.totalCount === null || isEmptyYet ? (
        isGivenUp && inventory.totalCount === null ? (
          failed
        ) : (
          pending
        )
      ) : (
        <>
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
                judged={matches.judged}
              />
            </Suspense>
          )}
          {tokens.length === 0 && (
            <NoMatch search={search} words={words} state={state} hiddenExpired={hiddenExpired} onChange={onChange} />
          )}
          {tokens.length > 0 && rows.length === 0 && !isUnsure && (
            <PageBeyondTheEnd search={shown} lastPage={Math.ceil(tokens.length / perPage)} />
          )}
          {rows.length > 0 && !isUnsure && (
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
