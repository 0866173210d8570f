import { useDeferredValue, useMemo } from 'react'
import { useNow } from '#app/parts/use-now.ts'
import { inventoryIndex } from '#app/queries/inventory-index.ts'
import { useResourceNames } from '#app/queries/use-resource-names.ts'
import { namesWorkers } from '#domain/inventory/resource-terms.ts'
import { readFilters } from '#domain/inventory/filters.ts'
import { queryInventory, tokensOf } from '#domain/inventory/query.ts'
import { inOrder, sortEntries } from '#domain/inventory/sort.ts'
import type { Token } from '#domain/token/token.ts'
import type { ListSearch } from './list-search.ts'

/**
 * The tokens that a view of the list shows, in its order, of those that are known. What
 * is `shown` follows the address as fast as rows can be drawn; `isLagging` until then.
 */
export function useMatches(accountId: string, known: Token[], search: ListSearch, query: string) {
  const shown = useDeferredValue(search)
  const words = useDeferredValue(query)
  const hasWorkers = namesWorkers(inventoryIndex(accountId, known))
  const { find, now } = useFinder(accountId, shown, words, hasWorkers)
  const { sort, direction } = shown
  // Measured: 4 to 8 ms each at 5,000 tokens, which every tick on a row, every key or another page would cost again.
  const found = useMemo(() => find(known), [find, known])
  const all = found.index.entries
  const ordered = useMemo(() => sortEntries(all, sort, direction, now), [all, sort, direction, now])
  const tokens = useMemo(() => tokensOf(inOrder(found.entries, ordered)), [found, ordered])
  return { ...found, tokens, shown, isLagging: words !== query || shown !== search }
}

/** The same search, for tokens that are yet to come. */
export function useMatcher(accountId: string, search: ListSearch, query: string): (known: Token[]) => Token[] {
  const { find } = useFinder(accountId, search, query, false)
  return (known) => tokensOf(find(known).entries)
}

function useFinder(accountId: string, search: ListSearch, words: string, hasWorkers: boolean) {
  const zoneNames = useResourceNames(accountId, hasWorkers)
  const now = useNow()
  const { include_expired: includeExpired, status, expiry, used, effect, group, denied, resource, ip, creator } = search
  const find = useMemo(() => {
    const written = { status, expiry, used, effect, group, denied, resource, ip, creator }
    const filters = { ...readFilters(written), q: words }
    return (known: Token[]) => {
      const index = inventoryIndex(accountId, known)
      const context = { now, includeExpired, zoneNames }
      return { ...queryInventory(index, filters, context), filters, index, context }
    }
  }, [
    accountId,
    includeExpired,
    status,
    expiry,
    used,
    effect,
    group,
    denied,
    resource,
    ip,
    creator,
    words,
    zoneNames,
    now,
  ])
  return { find, now }
}
