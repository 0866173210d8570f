import { useQuery } from '@tanstack/react-query'
import { inventoryQuery } from '#app/queries/inventory-cache.ts'

/** Whether a page has begun to read all tokens of an account. It needs none of the code that reads them. */
export function useHasInventory(accountId: string | null): boolean {
  const { data } = useQuery(inventoryQuery(accountId ?? ''))
  return data !== undefined && data.inventory.totalCount !== null
}
