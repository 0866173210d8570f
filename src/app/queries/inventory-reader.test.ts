import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeApi, fakePages, refusal } from '#app/api/testing.ts'
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
const state = () => queryClient.getQueryData(inventoryQuery(account).queryKey) ?? idleInventory
const ids = () => state().inventory.tokens.map((token) => token.id)

/** One page of an account with `total` tokens. */
function page(number: number, total: number) {
  const start = (number - 1) * 50
  const result = Array.from({ length: Math.max(0, Math.min(50, total - start)) }, (_, index) => ({
    id: id(start + index),
  }))
  return { success: true, result, result_info: { total_count: total } }
}

test('all pages are read, the expired tokens among them, each once', async () => {
  const requests = fakePages((number) => page(number, 230))
  await readInventory(queryClient, account)
  expect(requests.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
  expect(ids()).toEqual(Array.from({ length: 230 }, (_, index) => id(index)))
  expect(state().activity).toEqual({ kind: 'idle' })
})

test('of a small account, pages that it does not have may fail', async () => {
  fakePages((number) => (number > 2 ? refusal(400, 1001) : page(number, 70)))
  await readInventory(queryClient, account)
  expect(state().activity).toEqual({ kind: 'idle' })
  expect(ids()).toHaveLength(70)
})

test('a second page that fails at once does not take the others away', async () => {
  fakePages(async (number) => {
    if (number === 2) return refusal(403, 9109)
    await new Promise((resolve) => setTimeout(resolve, 10))
    return page(number, 120)
  })
  const end = readInventory(queryClient, account)
  await vi.advanceTimersByTimeAsync(100)
  await end
  expect(state().activity).toMatchObject({ kind: 'failed', failure: { status: 403 } })
  expect(ids()).toHaveLength(70)
})

test('two callers share one reading', async () => {
  const requests = fakePages((number) => page(number, 170))
  await Promise.all([readInventory(queryClient, account), readInventory(queryClient, account)])
  expect(requests).toHaveLength(4)
})

test('a 429 is waited out as long as it says, and the wait is shown', async () => {
  let refused = 0
  const requests = fakePages((number) =>
    number === 2 && (refused += 1) === 1 ? refusal(429, 971, { 'retry-after': '7' }) : page(number, 160),
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
  const requests = fakePages((number) => (number === 2 ? refusal(503, 1) : page(number, 160)))
  const end = readInventory(queryClient, account)
  await vi.advanceTimersByTimeAsync(5000)
  await end
  expect(requests).toEqual([1, 2, 3, 4, 2, 2])
  expect(state().activity).toMatchObject({ kind: 'failed', failure: { status: 503 } })
  expect(ids()).toHaveLength(110)
})

/** The server's answer with these pages of an account with 160 tokens, which then ends or breaks off. */
function answerOf(pages: number[], end: 'ends' | 'breaks off') {
  const lines = pages.map((number) => {
    const head = { page: number, status: 200, headers: {} }
    return `${JSON.stringify(head)}\n${JSON.stringify(page(number, 160))}\n`
  })
  return new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(lines.join('')))
        if (end === 'ends') controller.close()
      },
      // Once what came was read.
      pull: (controller) => controller.error(new TypeError('network error')),
    }),
  )
}

test.each(['ends', 'breaks off'] as const)('what is missing from an answer that %s early is asked for', async (end) => {
  const requests = fakeApi(({ url }) =>
    url.searchParams.has('pages') ? answerOf([3, 4], 'ends') : answerOf([1, 2], end),
  )
  const reading = readInventory(queryClient, account)
  await vi.advanceTimersByTimeAsync(400)
  // One that breaks off may do so again.
  expect(requests).toHaveLength(end === 'ends' ? 2 : 1)
  await vi.advanceTimersByTimeAsync(600)
  await reading
  expect(requests.map(({ url }) => url.searchParams.get('pages'))).toEqual([null, '3,4'])
  expect(state().activity).toEqual({ kind: 'idle' })
  expect(ids()).toHaveLength(160)
})

test('an answer without a page is a failure, not asked for without end', async () => {
  const requests = fakeApi(() => new Response(''))
  const reading = readInventory(queryClient, account)
  await vi.advanceTimersByTimeAsync(5000)
  await reading
  expect(requests).toHaveLength(3)
  expect(state().activity).toMatchObject({ kind: 'failed', failure: { kind: 'odd-answer' } })
})

test('a refusal is not retried', async () => {
  const requests = fakePages(() => refusal(403, 9109))
  await readInventory(queryClient, account)
  expect(requests).toEqual([1, 2, 3, 4])
  expect(state().activity).toMatchObject({ kind: 'failed', failure: { status: 403 } })
})

test('a page that failed is read when the reading goes on, and the others are not again', async () => {
  let works = false
  const requests = fakePages((number) => (number === 2 && !works ? refusal(403, 9109) : page(number, 160)))
  await readInventory(queryClient, account)
  works = true
  await readInventory(queryClient, account)
  expect(requests).toEqual([1, 2, 3, 4, 2])
  expect(state().activity).toEqual({ kind: 'idle' })
  expect(ids()).toHaveLength(160)
})

test('stopping ends the requests and keeps what was read', async () => {
  const signals: (AbortSignal | null | undefined)[] = []
  fakePages((number, asked) => {
    if (number === 1) return page(number, 300)
    signals.push(asked.init.signal)
    return new Promise((_, reject) =>
      asked.init.signal?.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError'))),
    )
  })
  const end = readInventory(queryClient, account)
  await vi.waitFor(() => expect(ids()).toHaveLength(50))
  stopInventory(account)
  await end
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, true])
  expect(state().activity).toEqual({ kind: 'stopped' })
  expect(ids()).toHaveLength(50)
})

test('stopping keeps what came a moment before', async () => {
  fakePages((number, { init }) => {
    if (number < 4) return page(number, 300)
    return new Promise((_, reject) =>
      init.signal?.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError'))),
    )
  })
  const end = readInventory(queryClient, account)
  await vi.waitFor(() => expect(ids()).toHaveLength(50))
  // Less than what comes together takes to be stored.
  await vi.advanceTimersByTimeAsync(100)
  stopInventory(account)
  await end
  expect(state().activity).toEqual({ kind: 'stopped' })
  expect(ids()).toHaveLength(150)
})

test('a wait that a page asks for is kept, whatever became of another', async () => {
  let round = 0
  const requests = fakePages((number) => {
    if (number === 1) round += 1
    if (round > 0 && requests.length > 4) return page(number, 160)
    if (number === 2) return refusal(503, 1)
    return number === 3 ? refusal(429, 971, { 'retry-after': '60' }) : page(number, 160)
  })
  const end = readInventory(queryClient, account)
  await vi.advanceTimersByTimeAsync(59_000)
  expect(requests).toHaveLength(4)
  await vi.advanceTimersByTimeAsync(2000)
  await end
  expect(ids()).toHaveLength(160)
})

test('a wait longer than a timer can be is not none', async () => {
  const requests = fakePages(() => refusal(429, 971, { 'retry-after': '99999999' }))
  const end = readInventory(queryClient, account)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(requests).toHaveLength(4)
  stopInventory(account)
  await end
})

test('stopping ends a wait, too', async () => {
  fakePages(() => refusal(429, 971, { 'retry-after': '600' }))
  const end = readInventory(queryClient, account)
  await vi.waitFor(() => expect(state().activity).toMatchObject({ until: expect.any(Number) }))
  stopInventory(account)
  await end
  expect(state().activity).toEqual({ kind: 'stopped' })
})

test('a refresh reads all pages again, and keeps the tokens until then', async () => {
  const requests = fakePages((number) => page(number, 160))
  await readInventory(queryClient, account)
  refreshInventory(queryClient, account)
  expect(pagesToRead(state().inventory)).toEqual([1, 2, 3, 4])
  expect(ids()).toHaveLength(160)
  await readInventory(queryClient, account)
  expect(requests).toHaveLength(8)
  expect(state().activity).toEqual({ kind: 'idle' })
})

test('what is signed out while it is read stays forgotten', async () => {
  fakePages((number) => {
    if (number === 2) queryClient.clear()
    return page(number, 120)
  })
  await readInventory(queryClient, account)
  expect(queryClient.getQueryData(inventoryQuery(account).queryKey)).toBeUndefined()
})
