import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeApi, refusal, type Asked } from '#app/api/testing.ts'
import { QueryClient } from '@tanstack/react-query'
import { pagesToRead } from '#domain/inventory/inventory.ts'
import { inventoryQuery } from './inventory-cache.ts'
import { idleInventory, readInventory, refreshInventory, stopInventory } from './inventory-reader.ts'

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

/** The most requests that are open at once while 12 pages are read, with the budget that each answer tells. */
async function mostAtOnce(left: (answered: number) => number) {
  let [open, most, answered] = [0, 0, 0]
  fakeApi(async (asked) => {
    most = Math.max(most, (open += 1))
    await new Promise((resolve) => setTimeout(resolve, 10))
    open -= 1
    answered += 1
    const headers = { ratelimit: `"default";r=${left(answered)};t=300`, 'ratelimit-policy': '"burst";q=1200;w=300' }
    return Response.json(page(asked, 600), { headers })
  })
  const end = readInventory(queryClient, account)
  await vi.advanceTimersByTimeAsync(9)
  expect(most).toBe(4)
  await vi.advanceTimersByTimeAsync(1000)
  await end
  expect(ids()).toHaveLength(600)
  return most
}

test('while more than half of the budget is left, eight pages are asked for at once', async () => {
  expect(await mostAtOnce(() => 1100)).toBe(8)
})

test('with half of the budget or less, four pages are asked for at once', async () => {
  expect(await mostAtOnce(() => 600)).toBe(4)
})

test('when the budget shrinks to half, no more than four go on', async () => {
  let afterwards = 0
  let open = 0
  fakeApi(async (asked) => {
    open += 1
    await new Promise((resolve) => setTimeout(resolve, 10))
    open -= 1
    if (pageOf(asked) > 9) afterwards = Math.max(afterwards, open + 1)
    const left = pageOf(asked) < 2 ? 1000 : 500
    const headers = { ratelimit: `"default";r=${left};t=300`, 'ratelimit-policy': '"burst";q=1200;w=300' }
    return Response.json(page(asked, 1000), { headers })
  })
  const end = readInventory(queryClient, account)
  await vi.advanceTimersByTimeAsync(2000)
  await end
  expect(ids()).toHaveLength(1000)
  expect(afterwards).toBe(4)
})

test('of a small account, pages that it does not have may fail', async () => {
  fakeApi((asked) => (pageOf(asked) > 2 ? refusal(400, 1001) : page(asked, 70)))
  await readInventory(queryClient, account)
  expect(state().activity).toEqual({ kind: 'idle' })
  expect(ids()).toHaveLength(70)
})

test('a second page that fails at once does not take the first one away', async () => {
  fakeApi(async (asked) => {
    if (pageOf(asked) === 2) return refusal(403, 9109)
    await new Promise((resolve) => setTimeout(resolve, 10))
    return page(asked, 120)
  })
  const end = readInventory(queryClient, account)
  await vi.advanceTimersByTimeAsync(100)
  await end
  expect(state().activity).toMatchObject({ kind: 'failed', failure: { status: 403 } })
  expect(ids()).toHaveLength(50)
})

test('two callers share one reading', async () => {
  const requests = fakeApi((asked) => page(asked, 170))
  await Promise.all([readInventory(queryClient, account), readInventory(queryClient, account)])
  expect(requests).toHaveLength(4)
})

test('a 429 is waited out as long as it says, and the wait is shown', async () => {
  let refused = 0
  const requests = fakeApi((asked) =>
    pageOf(asked) === 2 && (refused += 1) === 1 ? refusal(429, 971, { 'retry-after': '7' }) : page(asked, 160),
  )
  const end = readInventory(queryClient, account)
  await vi.advanceTimersByTimeAsync(6900)
  expect(state().activity).toMatchObject({ kind: 'reading', until: expect.any(Number) })
  expect(requests).toHaveLength(4)
  await vi.advanceTimersByTimeAsync(200)
  await end
  expect(state().activity).toEqual({ kind: 'idle' })
  expect(ids()).toHaveLength(160)
})

test('a transient failure is retried twice, then the reading ends with it and keeps what it has', async () => {
  const requests = fakeApi((asked) => (pageOf(asked) === 2 ? refusal(503, 1) : page(asked, 160)))
  const end = readInventory(queryClient, account)
  await vi.advanceTimersByTimeAsync(5000)
  await end
  expect(requests.map(pageOf)).toEqual([1, 2, 3, 4, 2, 2])
  expect(state().activity).toMatchObject({ kind: 'failed', failure: { status: 503 } })
  expect(ids()).toHaveLength(110)
})

test('a refusal is not retried', async () => {
  const requests = fakeApi(() => refusal(403, 9109))
  await readInventory(queryClient, account)
  expect(requests.map(pageOf)).toEqual([1, 2, 3, 4])
  expect(state().activity).toMatchObject({ kind: 'failed', failure: { status: 403 } })
})

test('a page that failed is read when the reading goes on, and the others are not again', async () => {
  let works = false
  const requests = fakeApi((asked) => (pageOf(asked) === 2 && !works ? refusal(403, 9109) : page(asked, 160)))
  await readInventory(queryClient, account)
  works = true
  await readInventory(queryClient, account)
  expect(requests.map(pageOf)).toEqual([1, 2, 3, 4, 2])
  expect(state().activity).toEqual({ kind: 'idle' })
  expect(ids()).toHaveLength(160)
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
  const requests = fakeApi((asked) => page(asked, 160))
  await readInventory(queryClient, account)
  refreshInventory(queryClient, account)
  expect(pagesToRead(state().inventory)).toEqual([1, 2, 3, 4])
  expect(ids()).toHaveLength(160)
  await readInventory(queryClient, account)
  expect(requests).toHaveLength(8)
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
