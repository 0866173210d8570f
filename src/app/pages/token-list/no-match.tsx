import { SearchX } from 'lucide-react'
import { Suspense } from 'react'
import type { InventoryState } from '#app/queries/inventory-cache.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { isFiltered, readFilters } from '#domain/inventory/filters.ts'
import { hasAllTokens, isPartial } from '#domain/inventory/inventory.ts'
import { count } from '#domain/text/plural.ts'
import { loadedOf } from '#app/parts/inventory/count-words.ts'
import { EmptyAccount } from './empty-list.tsx'
import { clearedFilters, type ListSearch } from './list-search.ts'

type NoMatchProps = {
  search: ListSearch
  words: string
  state: InventoryState
  hiddenExpired: number
  onChange: (change: Partial<ListSearch>) => void
}

/** No match: among how many tokens, what hides some, and what to do. */
export function NoMatch({ search, words, state, hiddenExpired, onChange }: NoMatchProps) {
  const { inventory } = state
  const isUnfinished = isPartial(inventory)
  const isNarrowed = isFiltered(readFilters(search)) || words.trim() !== ''
  if (!isNarrowed && hasAllTokens(inventory)) {
    return (
      <Suspense>
        <EmptyAccount hidesExpired={!search.include_expired && hiddenExpired > 0} />
      </Suspense>
    )
  }
  return (
    <EmptyState
      icon={SearchX}
      title={isUnfinished ? 'No tokens found yet' : 'No tokens found'}
      actions={
        <>
          {isNarrowed && <Button onClick={() => onChange(clearedFilters)}>Clear all</Button>}
          {hiddenExpired > 0 && (
            <Button onClick={() => onChange({ include_expired: true })}>Show expired tokens</Button>
          )}
        </>
      }
    >
      <p>
        {words.trim() !== '' && <>No tokens match “{words.trim()}”. </>}
        {isUnfinished && <>{loadedOf(inventory)} tokens are loaded. </>}
        {hiddenExpired > 0 && <>{count(hiddenExpired, 'expired token')} hidden.</>}
      </p>
    </EmptyState>
  )
}
