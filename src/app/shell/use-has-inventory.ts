import { useQuery } from '@tanstack/react-query'
import { inventoryQuery } from '#app/queries/inventory-cache.ts'

/** Whether a page has read all tokens of an account. It needs none of the code that reads them. */
export function useHasInventory(accountId: string | null): boolean {
  const { data } = useQuery(inventoryQuery(accountId ?? ''))
  if (!data || data.inventory.totalCount === null) return false
  // Once read, they are read again from time to time.
  return data.activity.kind === 'idle' || data.inventory.tokens.length >= data.inventory.totalCount
}
