import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useJudgedTokens } from '#app/parts/findings/use-judged-tokens.ts'
import { useNow } from '#app/parts/use-now.ts'
import { inventoryIndex } from '#app/queries/inventory-index.ts'
import { isComing } from '#app/queries/is-coming.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { useResourceNames } from '#app/queries/use-resource-names.ts'
import { namesWorkers } from '#domain/inventory/resource-terms.ts'
import { matchFinder } from '#domain/inventory/find-match.ts'
import { readFilters, type WrittenFilters } from '#domain/inventory/filters.ts'
import { queryInventory, tokensOf } from '#domain/inventory/query.ts'
import { eachFacet } from '#domain/inventory/facet-names.ts'
import { inOrder, sortEntries } from '#domain/inventory/sort.ts'
import type { Token } from '#domain/token/token.ts'
import { asksJudged, type ListSearch } from './list-search.ts'
import { cellFinder } from './match-cells.tsx'

/**
 * The matches of a view of the list among the tokens that are known, in its order. `shown` is the view they belong to:
 * it follows the address in a deferred render, and `isStale` is true until then.
 */
export function useMatches(known: Token[], search: ListSearch, words: string, wantsJudged = false) {
  const accountId = useAccountId()
  const shown = useDeferredValue(search)
  const hasWorkers = namesWorkers(inventoryIndex(accountId, known).resources)
  const { find, now, ...judging } = useFinder(shown, words, hasWorkers, wantsJudged)
  const { judged } = judging
  const { sort, direction } = shown
  // At 5,000 tokens these take 4 to 8 ms each on a slow laptop; selecting a row or turning a page must not repeat them.
  const matches = useMemo(() => find(known), [find, known])
  const all = matches.index.entries
  const sorted = useMemo(() => sortEntries(all, sort, direction, now, judged), [all, sort, direction, now, judged])
  const tokens = useMemo(() => tokensOf(inOrder(matches.entries, sorted)), [matches, sorted])
  const matchOf = useMemo(() => {
    const { index, filters, context } = matches
    return cellFinder(matchFinder(index, filters.q, context.zoneNames), { accountId, zoneNames: context.zoneNames })
  }, [matches, accountId])
  return { ...matches, tokens, shown, matchOf, ...judging, isStale: shown !== search }
}

/**
 * The same search, for tokens that are loaded later. What it finds `dependsOnAll` when it asks for levels or findings:
 * these are known of the tokens that are loaded. While it is `isUnsure`, it may find others.
 */
export function useMatcher(search: ListSearch, words: string) {
  const { find, isUnsure } = useFinder(search, words, false, false)
  const matching = (known: Token[]): Token[] => tokensOf(find(known).entries)
  return { matching, isUnsure, dependsOnAll: asksJudged(search) }
}

function useFinder(search: ListSearch, words: string, hasWorkers: boolean, wantsJudged: boolean) {
  const accountId = useAccountId()
  const zoneNames = useResourceNames(accountId, hasWorkers)
  const now = useNow()
  const { include_expired: includeExpired } = search
  const judging = useJudgedTokens(accountId, wantsJudged || asksJudged(search))
  const { judged } = judging
  // A permission counts where it applies, which only the catalogue tells.
  const groups = useQuery({ ...permissionGroupsQuery(accountId), enabled: search.group !== '' })
  const catalogue = groups.data
  // As one text, so that another page or order of the same filters finds nothing anew.
  const written = JSON.stringify({ q: words, ...eachFacet((facet) => search[facet]) })
  const find = useMemo(() => {
    // What is written a line above.
    const filters = readFilters(JSON.parse(written) as WrittenFilters)
    const context = { now, includeExpired, zoneNames, catalogue, judged }
    return (known: Token[]) => {
      const index = inventoryIndex(accountId, known)
      return { ...queryInventory(index, filters, context), filters, index, context }
    }
  }, [accountId, includeExpired, written, zoneNames, now, catalogue, judged])
  const isUnsure = isComing(groups) || (asksJudged(search) && judging.isPending)
  return { find, now, ...judging, isUnsure }
}
