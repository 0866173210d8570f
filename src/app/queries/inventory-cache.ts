import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query'
import type { ApiFailure } from '#app/api/errors.ts'
import type { Inventory } from '#domain/inventory/inventory.ts'
import type { Token } from '#domain/token/token.ts'

/** All tokens as far as they are known, and what the reader does about the rest. `until` (ms) is the end of a wait. */
export type InventoryState = {
  inventory: Inventory
  activity:
    | { kind: 'idle' }
    | { kind: 'reading'; until: number | null }
    | { kind: 'stopped' }
    | { kind: 'failed'; failure: ApiFailure }
}

/** Apart from the other token queries: a write invalidates those and changes one token in this. */
export const inventoryKey = (accountId: string) => ['inventory', accountId] as const

export const inventoryQuery = (accountId: string) =>
  queryOptions<InventoryState>({
    queryKey: inventoryKey(accountId),
    // `inventory-reader.ts` fills it page by page.
    queryFn: skipToken,
    staleTime: Infinity,
    // Thousands of tokens are compared by identity alone.
    structuralSharing: false,
  })

/**
 * Begins to read all tokens before the page that needs them is drawn, unless they are known, are being read or were
 * stopped. The code for it is loaded only then.
 */
export async function startInventory(queryClient: QueryClient, accountId: string): Promise<void> {
  const { readInventory } = await import('./inventory-reader.ts')
  if (!queryClient.getQueryData(inventoryKey(accountId))) await readInventory(queryClient, accountId)
}

/**
 * Stores a written token in the inventory, if there is one; `null`: a deleted one; without one, it has to be read again.
 * Only then is the code for it loaded, which the inventory has needed already.
 */
export async function updateInventoryCache(
  queryClient: QueryClient,
  accountId: string,
  tokenId: string,
  token?: Token | null,
): Promise<void> {
  if (token) changedAt.set(tokenId, performance.now())
  const queryKey = inventoryKey(accountId)
  if (!queryClient.getQueryData(queryKey)) return
  const { withWritten } = await import('#domain/inventory/written.ts')
  queryClient.setQueryData<InventoryState>(
    queryKey,
    (state) => state && { ...state, inventory: withWritten(state.inventory, tokenId, token) },
  )
}

/** When tokens were written here last, in ms since the page loaded. */
const changedAt = new Map<string, number>()

/** Long enough to come back to the list. */
const SHOWN_MS = 10_000

/** Whether a token was written here a moment ago, so that its row can show it. */
export const wasJustChanged = (tokenId: string): boolean =>
  performance.now() - (changedAt.get(tokenId) ?? -Infinity) < SHOWN_MS
