import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { pagesToRead, readSince } from '#domain/inventory/inventory.ts'
import { inventoryQuery } from './inventory-cache.ts'
import { idleInventory, readInventory, refreshInventory, stopInventory } from './inventory-reader.ts'

/** An older inventory is read again in the background when a page that needs it is opened. */
const FRESH_MS = 5 * 60_000

/**
 * All tokens of an account. They are read page by page once a component wants them (`isWanted`), and again in
 * the background when they are old or were written to.
 */
export function useInventory(accountId: string, isWanted: boolean) {
  const queryClient = useQueryClient()
  const { data = idleInventory } = useQuery(inventoryQuery(accountId))
  const hasPagesToRead = pagesToRead(data.inventory).length > 0
  const isIdle = data.activity.kind === 'idle'

  // The network is outside React.
  useEffect(() => {
    if (!isWanted || !isIdle) return
    const since = readSince(data.inventory)
    if (since !== null && !hasPagesToRead && Date.now() - since > FRESH_MS) refreshInventory(queryClient, accountId)
    else if (hasPagesToRead) void readInventory(queryClient, accountId)
    // Its age matters when a component begins to want it, not at each page that is read.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [queryClient, accountId, isWanted, isIdle, hasPagesToRead])

  return {
    ...data,
    stop: () => stopInventory(accountId),
    resume: () => void readInventory(queryClient, accountId),
    refresh: () => refreshInventory(queryClient, accountId),
    /** Reads what is missing; `null` when it was stopped or failed before all pages were read. */
    readWhole: async () => {
      await readInventory(queryClient, accountId)
      const { inventory } = queryClient.getQueryData(inventoryQuery(accountId).queryKey) ?? idleInventory
      return pagesToRead(inventory).length === 0 && inventory.totalCount !== null ? inventory : null
    },
  }
}
