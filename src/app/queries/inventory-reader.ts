import type { QueryClient } from '@tanstack/react-query'
import { ApiFailure, asFailure, isRateLimited, isTransient, pauseOf } from '#app/api/errors.ts'
import { rateBudget } from '#app/api/rate-budget.ts'
import type { TokenPage } from '#app/api/tokens.ts'
import { readTokenPages } from '#app/api/token-pages.ts'
import {
  allStale,
  emptyInventory,
  pagesToRead,
  withCheck,
  withPages,
  type Inventory,
} from '#domain/inventory/inventory.ts'
import { longWorkDelay } from '#domain/rate-limit/budget.ts'
import type { Token } from '#domain/token/token.ts'
import { sessionQuery } from './session.ts'
import { ownTokenQuery } from './tokens.ts'
import { inventoryKey, inventoryQuery, type InventoryState } from './inventory-cache.ts'

/** Named in one request: their numbers are a part of its address. */
const MOST_PAGES = 500
/** Pages that come within so many ms are stored together, as those that the server asks for at a time do. */
const TOGETHER_MS = 30
/** So many ms are between two times at least: each time, what shows them is rendered. */
const APART_MS = 250
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
  if (queryClient.getQueryData(inventoryKey(accountId)))
    update(queryClient, accountId, (state) => ({ ...state, inventory: allStale(state.inventory) }))
  void readInventory(queryClient, accountId)
}

/** Reads what is missing or stale, until all is read or it is stopped. Never rejects. */
export function readInventory(queryClient: QueryClient, accountId: string): Promise<void> {
  const running = readers.get(accountId)
  if (running && queryClient.getQueryData(inventoryKey(accountId))) return running.end
  // What one still reads was forgotten: with the session it belonged to, for example.
  running?.reader.abort()
  const reader = new AbortController()
  const isCurrent = () => readers.get(accountId)?.reader === reader
  const begun = { reader, end: Promise.resolve() }
  readers.set(accountId, begun)
  begun.end = readUntilDone(queryClient, accountId, { reader, isCurrent }).finally(
    () => isCurrent() && readers.delete(accountId),
  )
  return begun.end
}

/** `isCurrent`: no other one has taken its place. */
type Reader = { reader: AbortController; isCurrent: () => boolean }

async function readUntilDone(
  queryClient: QueryClient,
  accountId: string,
  { reader, isCurrent }: Reader,
): Promise<void> {
  // Gone from the cache, by signing out or because no component used it for long: the answers are not wanted.
  const isWanted = () => isCurrent() && queryClient.getQueryData(inventoryKey(accountId)) !== undefined
  const change: Change = (apply, isKept = false) => {
    if (reader.signal.aborted && !isKept) return
    if (isWanted()) update(queryClient, accountId, apply)
    else reader.abort()
  }
  try {
    update(queryClient, accountId, (state) => ({ ...state, activity: { kind: 'reading', until: null } }))
    await readPages(queryClient, accountId, reader.signal, change)
    change((state) => ({ ...state, activity: { kind: 'idle' } }))
  } catch (error) {
    const isStopped = reader.signal.aborted
    const failure = asFailure(error)
    const activity = isStopped ? ({ kind: 'stopped' } as const) : ({ kind: 'failed', failure } as const)
    // This is no query that fails: the session, asked again, says what the whole app has to do.
    if (!isStopped && failure.status === 401)
      void queryClient.invalidateQueries({ queryKey: sessionQuery(accountId).queryKey })
    if (isWanted()) update(queryClient, accountId, (state) => ({ ...state, activity }))
    reader.abort()
  }
}

/** `isKept`: also after a stop. */
type Change = (apply: (state: InventoryState) => InventoryState, isKept?: boolean) => void

/** Reads until no page is missing. Throws the failure of a page that stays refused. */
async function readPages(queryClient: QueryClient, accountId: string, signal: AbortSignal, change: Change) {
  const known = () => queryClient.getQueryData(inventoryQuery(accountId).queryKey)?.inventory ?? emptyInventory
  const wait = async (ms: number) => {
    if (ms <= 0) return
    change((state) => ({ ...state, activity: { kind: 'reading', until: Date.now() + ms } }))
    await sleep(ms, signal)
    change((state) => ({ ...state, activity: { kind: 'reading', until: null } }))
  }
  const retries = new Map<number, number>()
  for (;;) {
    signal.throwIfAborted()
    await wait(longWorkDelay(rateBudget(), Date.now()))
    // Before the first answer nobody knows how many there are; the server reads on by its count.
    const numbers = known().totalCount === null ? null : pagesToRead(known()).slice(0, MOST_PAGES)
    if (numbers?.length === 0) {
      const checked = withCheck(known())
      if (checked === known()) return
      change((state) => ({ ...state, inventory: checked }))
      retries.clear()
      continue
    }
    const { writes } = known()
    const failures = await readOnce(accountId, numbers, signal, {
      known,
      store: (pages) => {
        change((state) => ({ ...state, inventory: withPages(state.inventory, pages, Date.now(), writes) }), true)
        noteOwnToken(queryClient, accountId, pages, known())
      },
    })
    const failed = mostPressing(failures, pagesToRead(known()))
    if (!failed) continue
    const count = retries.get(failed.number) ?? 0
    retries.set(failed.number, count + 1)
    const ms = retryDelay(failed.failure, count)
    // What is told is a rate limit; a moment after another failure is not.
    await (isRateLimited(failed.failure) ? wait(ms) : sleep(ms, signal))
  }
}

/** Of a small account, the app's own token is among the others before the answer to a request of its own. */
function noteOwnToken(
  queryClient: QueryClient,
  accountId: string,
  pages: [number, TokenPage][],
  { tokens }: Inventory,
): void {
  const id = queryClient.getQueryData(sessionQuery(accountId).queryKey)?.credential?.id
  if (!id) return
  const { queryKey } = ownTokenQuery(accountId, id)
  if (queryClient.getQueryData(queryKey)) return
  const isOwn = (token: Token) => token.id === id
  // As it is known: a page from before a write may have an older one.
  const own = pages.some(([, page]) => page.tokens.some(isOwn)) && tokens.find(isOwn)
  if (own) queryClient.setQueryData(queryKey, own)
}

/** The failure to go by: the longest wait that is asked for, or that of the first page. One of no missing page is none. */
function mostPressing(failures: ReadonlyMap<number, ApiFailure>, missing: number[]) {
  const failed = missing.flatMap((number) => {
    const failure = failures.get(number)
    return failure ? [{ number, failure }] : []
  })
  const waits = failed.filter(({ failure }) => isRateLimited(failure))
  return waits.toSorted((a, b) => (pauseOf(b.failure) ?? 0) - (pauseOf(a.failure) ?? 0))[0] ?? failed[0]
}

type Store = {
  known: () => Inventory
  store: (pages: [number, TokenPage][]) => void
}

/** Reads pages by one request, and stores them as they come. Returns the failures of the others. */
async function readOnce(
  accountId: string,
  numbers: number[] | null,
  signal: AbortSignal,
  { known, store }: Store,
): Promise<Map<number, ApiFailure>> {
  const failures = new Map<number, ApiFailure>()
  let came: [number, TokenPage][] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let storedAt = -Infinity
  const storeCome = () => {
    clearTimeout(timer)
    timer = undefined
    if (came.length > 0) store(came)
    came = []
    storedAt = Date.now()
  }
  try {
    for await (const { number, page } of readTokenPages(accountId, numbers, signal)) {
      if (page instanceof ApiFailure) failures.set(number, page)
      else came.push([number, page])
      timer ??= setTimeout(storeCome, Math.max(TOGETHER_MS, Math.min(APART_MS, storedAt + APART_MS - Date.now())))
    }
  } catch (error) {
    storeCome()
    if (!(error instanceof ApiFailure)) throw error
    // The answer broke off: that counts for the first page that it left out.
    failures.set(pagesToRead(known())[0] ?? 1, error)
  }
  storeCome()
  return failures
}

/** How long to wait before a page is asked for again, in ms. Throws its failure when it should not be. */
function retryDelay(failure: ApiFailure, retries: number): number {
  const pause = pauseOf(failure)
  if (isRateLimited(failure) && pause !== null) return pause
  if (isTransient(failure) && retries < MAX_RETRIES) return pause ?? FIRST_RETRY_MS * 2 ** retries
  throw failure
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
