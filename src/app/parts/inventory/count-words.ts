import { hasAllTokens, isPartial, type Inventory } from '#domain/inventory/inventory.ts'
import { count, grouped } from '#domain/text/plural.ts'

/** "50 of 412", or "50" where the API does not say how many there are. */
export const loadedOf = ({ tokens, totalCount, isCounted }: Inventory): string =>
  isCounted && totalCount !== null ? `${grouped(tokens.length)} of ${grouped(totalCount)}` : grouped(tokens.length)

/** "12 of 412 tokens", "412 tokens"; of an inventory that is not loaded yet "12 tokens so far". */
export function listedOf(listed: number, inventory: Inventory): string {
  if (isPartial(inventory)) return `${count(listed, 'token')} so far`
  const total = inventory.isCounted ? (inventory.totalCount ?? 0) : inventory.tokens.length
  return listed === total ? count(total, 'token') : `${grouped(listed)} of ${count(total, 'token')}`
}

/** "-100-of-395-tokens", for the name of a file about so many tokens while there are more; else nothing. */
export function partInFileName(inventory: Inventory, known = inventory.tokens.length): string {
  if (hasAllTokens(inventory) && known >= inventory.tokens.length) return ''
  const { totalCount, isCounted } = inventory
  return isCounted && totalCount !== null ? `-${known}-of-${totalCount}-tokens` : `-${known}-tokens`
}
