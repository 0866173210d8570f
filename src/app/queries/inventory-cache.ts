import type { QueryClient } from '@tanstack/react-query'
import type { ApiFailure } from '#app/api/errors.ts'
import type { Inventory } from '#domain/inventory/inventory.ts'
import type { Token } from '#domain/token/token.ts'

/** What is known of all tokens, and what is being done about the rest. `until` (ms) is the end of a wait. */
export type InventoryState = {
  inventory: Inventory
  activity:
    | { kind: 'idle' }
    | { kind: 'reading'; until: number | null }
    | { kind: 'stopped' }
    | { kind: 'failed'; failure: ApiFailure }
}

/** Apart from the other token queries: a write invalidates those and only touches this. */
export const inventoryKey = (accountId: string) => ['inventory', accountId] as const

/**
 * Writes a token, or with `null` its end, into the inventory where one is known. The
 * code for it is there already then, so it is not loaded with every write.
 */
export async function touchInventory(
  queryClient: QueryClient,
  accountId: string,
  tokenId: string,
  token: Token | null,
): Promise<void> {
  const queryKey = inventoryKey(accountId)
  if (!queryClient.getQueryData(queryKey)) return
  const { withToken, withoutToken } = await import('#domain/inventory/inventory.ts')
  queryClient.setQueryData<InventoryState>(
    queryKey,
    (state) =>
      state && {
        ...state,
        inventory: token ? withToken(state.inventory, token) : withoutToken(state.inventory, tokenId),
      },
  )
}
