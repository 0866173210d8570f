import { emptyIndex, indexTokens, type InventoryIndex } from '#domain/inventory/entries.ts'
import type { Token } from '#domain/token/token.ts'

/** An index lives as long as its list of tokens does: nothing of an account stays behind when that is forgotten. */
const indexes = new WeakMap<Token[], InventoryIndex>()
let last: { accountId: string; tokens: WeakRef<Token[]> } | null = null

/**
 * An inventory's tokens, ready to be searched. Asking twice for the same list costs
 * nothing, and a list that grew costs what is new in it.
 */
export function inventoryIndex(accountId: string, tokens: Token[]): InventoryIndex {
  // Every account begins with the same list without tokens, and none with another's words.
  if (tokens.length === 0) return emptyIndex()
  const known = indexes.get(tokens)
  if (known) return known
  const before = last?.accountId === accountId ? last.tokens.deref() : undefined
  const index = indexTokens(tokens, accountId, (before && indexes.get(before)) ?? emptyIndex())
  indexes.set(tokens, index)
  last = { accountId, tokens: new WeakRef(tokens) }
  return index
}
