import { emptyIndex, indexTokens, type InventoryIndex } from '#domain/inventory/entries.ts'
import type { Token } from '#domain/token/token.ts'

/** An index lives as long as its list of tokens: with the cache entry it is garbage, too. */
const indexes = new WeakMap<Token[], InventoryIndex>()
let last: { accountId: string; tokens: WeakRef<Token[]> } | null = null

/**
 * An inventory's tokens, ready to be searched. The index of a list is built once, and a list that grew costs
 * only its new tokens.
 */
export function inventoryIndex(accountId: string, tokens: Token[]): InventoryIndex {
  // All accounts share the empty list, so it must not be a key.
  if (tokens.length === 0) return emptyIndex()
  const known = indexes.get(tokens)
  if (known) return known
  const before = last?.accountId === accountId ? last.tokens.deref() : undefined
  const index = indexTokens(tokens, accountId, (before && indexes.get(before)) ?? emptyIndex())
  indexes.set(tokens, index)
  last = { accountId, tokens: new WeakRef(tokens) }
  return index
}
