import type { QueryClient } from '@tanstack/react-query'
import { ApiFailure, asFailure } from '#app/api/errors.ts'
import { rateBudget } from '#app/api/rate-budget.ts'
import { listTokens } from '#app/api/tokens.ts'
import {
  allStale,
  emptyInventory,
  INVENTORY_FIRST_PAGES,
  INVENTORY_PAGE_SIZE,
  pagesToRead,
  withCheck,
  withPage,
} from '#domain/inventory/inventory.ts'
import { isAmple, longWorkDelay } from '#domain/rate-limit/budget.ts'
import { inventoryKey, inventoryQuery, type InventoryState } from './inventory-cache.ts'

/** Concurrent requests: quick while the budget is ample, and else other requests are not crowded out. */
const PAGES_AT_ONCE = 8
const PAGES_AT_ONCE_SPARING = 4
/** Retries of one page after a transient failure, and the pause before the first. */
const MAX_RETRIES = 2
const FIRST_RETRY_MS = 500

export const idleInventory: InventoryState = { inventory: emptyInventory, activity: { kind: 'idle' } }

/** One reader an account, shared by all components. */
const readers = new Map<string, { reader: AbortController; end: Promise<void> }>()

/** Stops the reader of an account, if there is one; what it has read stays. */
export const stopInventory = (accountId: string): void => readers.get(accountId)?.reader.abort()

/** Reads all pages again; the known tokens stay until then. */
export function refreshInventory(queryClient: QueryClient, accountId: string): void {
  update(queryClient, accountId, (state) => ({ ...state, inventory: allStale(state.inventory) }))
  void readInventory(queryClient, accountId)
}

/** Reads what is missing or stale, a few pages at a time, until all is read or it is stopped. Never rejects. */
export function readInventory(queryClient: QueryClient, accountId: string): Promise<void> {
  const running = readers.get(accountId)
  if (running) return running.end
  const reader = new AbortController()
  const end = readUntilDone(queryClient, accountId, reader).finally(() => readers.delete(accountId))
  readers.set(accountId, { reader, end })
  return end
}

async function readUntilDone(queryClient: QueryClient, accountId: string, reader: AbortController): Promise<void> {
  const change = (apply: (state: InventoryState) => InventoryState) => {
    if (reader.signal.aborted) return
    // Gone from the cache, by signing out or because no component used it for long: the answers are not wanted.
    if (queryClient.getQueryData(inventoryKey(accountId))) update(queryClient, accountId, apply)
    else reader.abort()
  }
  try {
    update(queryClient, accountId, (state) => ({ ...state, activity: { kind: 'reading', until: null } }))
    await readPages(queryClient, accountId, reader.signal, change)
    change((state) => ({ ...state, activity: { kind: 'idle' } }))
  } catch (error) {
    const isStopped = reader.signal.aborted
    const activity = isStopped
      ? ({ kind: 'stopped' } as const)
      : ({ kind: 'failed', failure: asFailure(error) } as const)
    if (queryClient.getQueryData(inventoryKey(accountId)))
      update(queryClient, accountId, (state) => ({ ...state, activity }))
    reader.abort()
  }
}

type Change = (apply: (state: InventoryState) => InventoryState) => void

async function readPages(queryClient: QueryClient, accountId: string, signal: AbortSignal, change: Change) {
  const known = () => queryClient.getQueryData(inventoryQuery(accountId).queryKey)?.inventory ?? emptyInventory
  const pending = new Set<number>()
  const read = async (number: number) => {
    pending.add(number)
    const page = await readPage(accountId, number, signal, change)
    change((state) => ({ ...state, inventory: withPage(state.inventory, number, page, Date.now()) }))
    pending.delete(number)
  }
  const work = async (worker: number): Promise<void> => {
    for (;;) {
      if (worker >= PAGES_AT_ONCE_SPARING && !isAmple(rateBudget())) return
      const next = pagesToRead(known()).find((number) => !pending.has(number))
      if (next === undefined) return
      await read(next)
    }
  }
  const workFrom = (first: number) =>
    Promise.all(Array.from({ length: PAGES_AT_ONCE - first }, (_, index) => work(first + index)))
  for (;;) {
    if (known().totalCount === null) {
      // The first answer says how many pages there are; where all tokens are needed, there are mostly several.
      const [first, ...others] = Array.from({ length: INVENTORY_FIRST_PAGES }, (_, index) => read(index + 1))
      // Should another one fail, the first is still kept; and one that the account does not have is not missed.
      for (const page of others) page.catch(() => {})
      await first
      const readOn = async (page: Promise<void>, worker: number) => {
        try {
          await page
        } catch (error) {
          if (pagesToRead(known()).includes(worker + 2)) throw error
        }
        return work(worker)
      }
      await Promise.all([...others.map(readOn), workFrom(others.length)])
    } else await workFrom(0)
    const checked = withCheck(known())
    if (checked === known()) return
    change((state) => ({ ...state, inventory: checked }))
  }
}

/** One page; waits for the budget and for a 429's `Retry-After`, and retries after transient failures. */
async function readPage(accountId: string, page: number, signal: AbortSignal, change: Change) {
  const wait = async (ms: number) => {
    if (ms <= 0) return
    change((state) => ({ ...state, activity: { kind: 'reading', until: Date.now() + ms } }))
    await sleep(ms, signal)
    change((state) => ({ ...state, activity: { kind: 'reading', until: null } }))
  }
  for (let failures = 0; ; failures += 1) {
    await wait(longWorkDelay(rateBudget(), Date.now()))
    try {
      const filter = { page, per_page: INVENTORY_PAGE_SIZE, direction: 'desc', include_expired: true } as const
      return await listTokens({ account_id: accountId, ...filter }, signal)
    } catch (error) {
      if (!(error instanceof ApiFailure) || signal.aborted) throw error
      const { status, retryAfter } = error
      if (status === 429) await wait((retryAfter ?? 5) * 1000)
      else if ((status === undefined || status >= 500) && failures < MAX_RETRIES)
        await wait(FIRST_RETRY_MS * 2 ** failures)
      else throw error
    }
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new DOMException('Stopped', 'AbortError'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })
}

function update(queryClient: QueryClient, accountId: string, apply: (state: InventoryState) => InventoryState): void {
  const { queryKey } = inventoryQuery(accountId)
  queryClient.setQueryData(queryKey, (state = idleInventory) => apply(state))
}
