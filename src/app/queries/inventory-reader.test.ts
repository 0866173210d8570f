import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeApi, refusal, type Asked } from '#app/api/testing.ts'
import { QueryClient } from '@tanstack/react-query'
import { pagesToRead } from '#domain/inventory/inventory.ts'
import { idleInventory, inventoryQuery, readInventory, refreshInventory, stopInventory } from './inventory-reader.ts'

let account = ''
let number = 0
let queryClient = new QueryClient()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  // The readers are kept by account, and each test begins without one.
  account = (number += 1).toString(16).padStart(32, '0')
  queryClient = new QueryClient()
})

afterEach(() => {
  stopInventory(account)
  vi.useRealTimers()
})

const id = (index: number) => index.toString(16).padStart(32, '0')
const pageOf = ({ url }: Asked) => Number(url.searchParams.get('page'))
const state = () => queryClient.getQueryData(inventoryQuery(account).queryKey) ?? idleInventory
const ids = () => state().inventory.tokens.map((token) => token.id)

/** One page of an account with `total` tokens. */
function page(asked: Asked, total: number) {
  const start = (pageOf(asked) - 1) * 50
  const result = Array.from({ length: Math.max(0, Math.min(50, total - start)) }, (_, index) => ({
    id: id(start + index),
  }))
  return { success: true, result, result_info: { total_count: total } }
}

test('all pages are read, the expired tokens among them, each once', async () => {
  const requests = fakeApi((asked) => page(asked, 230))
  await readInventory(queryClient, account)
  expect(requests.map(pageOf).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
  expect(requests.every(({ url }) => url.searchParams.get('include_expired') === 'true')).toBe(true)
  expect(ids()).toEqual(Array.from({ length: 230 }, (_, index) => id(index)))
  expect(state().activity).toEqual({ kind: 'idle' })
})

test('after the first page at most four are asked for at once', async () => {
  let open = 0
  let most = 0
  fakeApi(async (asked) => {
    most = Math.max(most, (open += 1))
    await new Promise((resolve) => setTimeout(resolve, 10))
    open -= 1
    return page(asked, 600)
  })
  const end = readInventory(queryClient, account)
  await vi.advanceTimersByTimeAsync(9)
  expect(most).toBe(1)
  await vi.advanceTimersByTimeAsync(1000)
  await end
  expect(most).toBe(4)
  expect(ids()).toHaveLength(600)
})

test('two callers share one reading', async () => {
  const requests = fakeApi((asked) => page(asked, 70))
  await Promise.all([readInventory(queryClient, account), readInventory(queryClient, account)])
  expect(requests).toHaveLength(2)
})

test('a 429 is waited out as long as it says, and the wait is shown', async () => {
  let refused = 0
  const requests = fakeApi((asked) =>
    pageOf(asked) === 2 && (refused += 1) === 1 ? refusal(429, 971, { 'retry-after': '7' }) : page(asked, 60),
  )
  const end = readInventory(queryClient, account)
  await vi.advanceTimersByTimeAsync(6900)
  expect(state().activity).toMatchObject({ kind: 'reading', until: expect.any(Number) })
  expect(requests).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(200)
  await end
  expect(state().activity).toEqual({ kind: 'idle' })
  expect(ids()).toHaveLength(60)
})

test('a transient failure is retried twice, then the reading ends with it and keeps what it has', async () => {
  const requests = fakeApi((asked) => (pageOf(asked) === 2 ? refusal(503, 1) : page(asked, 60)))
  const end = readInventory(queryClient, account)
  await vi.advanceTimersByTimeAsync(5000)
  await end
  expect(requests.map(pageOf)).toEqual([1, 2, 2, 2])
  expect(state().activity).toMatchObject({ kind: 'failed', failure: { status: 503 } })
  expect(ids()).toHaveLength(50)
})

test('a refusal is not retried', async () => {
  const requests = fakeApi(() => refusal(403, 9109))
  await readInventory(queryClient, account)
  expect(requests).toHaveLength(1)
  expect(state().activity).toMatchObject({ kind: 'failed', failure: { status: 403 } })
})

test('a page that failed is read when the reading goes on, and the others are not again', async () => {
  let works = false
  const requests = fakeApi((asked) => (pageOf(asked) === 2 && !works ? refusal(403, 9109) : page(asked, 60)))
  await readInventory(queryClient, account)
  works = true
  await readInventory(queryClient, account)
  expect(requests.map(pageOf)).toEqual([1, 2, 2])
  expect(state().activity).toEqual({ kind: 'idle' })
  expect(ids()).toHaveLength(60)
})

test('stopping ends the requests and keeps what was read', async () => {
  const signals: (AbortSignal | null | undefined)[] = []
  fakeApi((asked) => {
    if (pageOf(asked) === 1) return page(asked, 300)
    signals.push(asked.init.signal)
    return new Promise((_, reject) =>
      asked.init.signal?.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError'))),
    )
  })
  const end = readInventory(queryClient, account)
  await vi.waitFor(() => expect(signals).toHaveLength(4))
  stopInventory(account)
  await end
  expect(signals.every((signal) => signal?.aborted)).toBe(true)
  expect(state().activity).toEqual({ kind: 'stopped' })
  expect(ids()).toHaveLength(50)
})

test('stopping ends a wait, too', async () => {
  fakeApi(() => refusal(429, 971, { 'retry-after': '600' }))
  const end = readInventory(queryClient, account)
  await vi.waitFor(() => expect(state().activity).toMatchObject({ until: expect.any(Number) }))
  stopInventory(account)
  await end
  expect(state().activity).toEqual({ kind: 'stopped' })
})

test('a refresh reads all pages again, and keeps the tokens until then', async () => {
  const requests = fakeApi((asked) => page(asked, 60))
  await readInventory(queryClient, account)
  refreshInventory(queryClient, account)
  expect(pagesToRead(state().inventory)).toEqual([1, 2])
  expect(ids()).toHaveLength(60)
  await readInventory(queryClient, account)
  expect(requests).toHaveLength(4)
  expect(state().activity).toEqual({ kind: 'idle' })
})

test('what is signed out while it is read stays forgotten', async () => {
  fakeApi((asked) => {
    if (pageOf(asked) === 2) queryClient.clear()
    return page(asked, 120)
  })
  await readInventory(queryClient, account)
  expect(queryClient.getQueryData(inventoryQuery(account).queryKey)).toBeUndefined()
})
