import { emptyIndex, indexTokens, type InventoryIndex } from '#domain/inventory/entries.ts'
import type { Token } from '#domain/token/token.ts'

/** The last index made, of one account: the next one reads only the tokens that are new in it. */
let last: { accountId: string; tokens: Token[]; index: InventoryIndex } | null = null

/** An inventory's tokens, ready to be searched. Asking twice for the same list costs nothing. */
export function inventoryIndex(accountId: string, tokens: Token[]): InventoryIndex {
  if (last?.tokens === tokens && last.accountId === accountId) return last.index
  const previous = last?.accountId === accountId ? last.index : emptyIndex()
  const index = indexTokens(tokens, accountId, previous)
  last = { accountId, tokens, index }
  return index
}
