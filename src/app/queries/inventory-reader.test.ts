import { expect, test, vi } from 'vitest'
import type { getSession } from '#app/api/session.ts'
import { fakeApi, fakePages, refusal } from '#app/api/testing.ts'
import { pagesToRead } from '#domain/inventory/inventory.ts'
import { sessionQuery } from './session.ts'
import { ownTokenQuery } from './tokens.ts'
import { readInventory, refreshInventory, stopInventory } from './inventory-reader.ts'
import { eachWithOwnReader, id, page } from './inventory-testing.ts'

const { reader, state, ids } = eachWithOwnReader()

test('all pages are read, the expired tokens among them, each once', async () => {
  const requests = fakePages((number) => page(number, 230))
  await readInventory(reader.queryClient, reader.account)
  expect(requests.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5])
  expect(ids()).toEqual(Array.from({ length: 230 }, (_, index) => id(index)))
  expect(state().activity).toEqual({ kind: 'idle' })
})

test('of a small account, pages that it does not have may fail', async () => {
  fakePages((number) => (number > 2 ? refusal(400, 1001) : page(number, 70)))
  await readInventory(reader.queryClient, reader.account)
  expect(state().activity).toEqual({ kind: 'idle' })
  expect(ids()).toHaveLength(70)
})

test('a second page that fails at once does not take the others away', async () => {
  fakePages(async (number) => {
    if (number === 2) return refusal(403, 9109)
    await new Promise((resolve) => setTimeout(resolve, 10))
    return page(number, 120)
  })
  const end = readInventory(reader.queryClient, reader.account)
  await vi.advanceTimersByTimeAsync(100)
  await end
  expect(state().activity).toMatchObject({ kind: 'failed', failure: { status: 403 } })
  expect(ids()).toHaveLength(70)
})

test('pages that come together are stored together, and others a quarter of a second later', async () => {
  const comesAfter = [0, 0, 10, 100, 900]
  fakePages(async (number) => {
    await new Promise((resolve) => setTimeout(resolve, comesAfter[number - 1]))
    return page(number, 250)
  })
  const end = readInventory(reader.queryClient, reader.account)
  await vi.advanceTimersByTimeAsync(25)
  expect(ids()).toHaveLength(0)
  await vi.advanceTimersByTimeAsync(10)
  expect(ids()).toHaveLength(150)
  await vi.advanceTimersByTimeAsync(200)
  expect(ids()).toHaveLength(150)
  await vi.advanceTimersByTimeAsync(60)
  expect(ids()).toHaveLength(200)
  await vi.advanceTimersByTimeAsync(710)
  await end
  expect(ids()).toHaveLength(250)
})

test('the app’s own token is known once it is read among the others, unless it was before', async () => {
  const { queryKey } = ownTokenQuery(reader.account, id(3))
  const ownSession = { credential: { id: id(3), accountId: reader.account } } as Awaited<ReturnType<typeof getSession>>
  reader.queryClient.setQueryData(sessionQuery(reader.account).queryKey, ownSession)
  fakePages((number) => page(number, 120))
  await readInventory(reader.queryClient, reader.account)
  const own = reader.queryClient.getQueryData(queryKey)
  expect(own?.id).toBe(id(3))
  refreshInventory(reader.queryClient, reader.account)
  await readInventory(reader.queryClient, reader.account)
  expect(reader.queryClient.getQueryData(queryKey)).toBe(own)
})

test('the app’s own token is not taken from a page that was read before', async () => {
  let isRefused = true
  fakePages((number) => (number === 3 && isRefused ? refusal(403, 9109) : page(number, 120)))
  await readInventory(reader.queryClient, reader.account)
  const ownSession = { credential: { id: id(3), accountId: reader.account } } as Awaited<ReturnType<typeof getSession>>
  reader.queryClient.setQueryData(sessionQuery(reader.account).queryKey, ownSession)
  isRefused = false
  await readInventory(reader.queryClient, reader.account)
  expect(ids()).toHaveLength(120)
  expect(reader.queryClient.getQueryData(ownTokenQuery(reader.account, id(3)).queryKey)).toBeUndefined()
})

test('two callers share one reading', async () => {
  const requests = fakePages((number) => page(number, 170))
  await Promise.all([
    readInventory(reader.queryClient, reader.account),
    readInventory(reader.queryClient, reader.account),
  ])
  expect(requests).toHaveLength(4)
})

test.each([429, 403])(
  'too many requests, said with %i, are waited out as long as told, and the wait is shown',
  async (status) => {
    let refused = 0
    const requests = fakePages((number) =>
      number === 2 && (refused += 1) === 1 ? refusal(status, 971, { 'retry-after': '7' }) : page(number, 160),
    )
    const end = readInventory(reader.queryClient, reader.account)
    await vi.advanceTimersByTimeAsync(6900)
    expect(state().activity).toMatchObject({ kind: 'reading', until: expect.any(Number) })
    expect(requests).toHaveLength(4)
    await vi.advanceTimersByTimeAsync(200)
    await end
    expect(state().activity).toEqual({ kind: 'idle' })
    expect(ids()).toHaveLength(160)
  },
)

test('a transient failure is retried twice, then the reading ends with it and keeps what it has', async () => {
  const requests = fakePages((number) => (number === 2 ? refusal(503, 1) : page(number, 160)))
  const end = readInventory(reader.queryClient, reader.account)
  await vi.advanceTimersByTimeAsync(300)
  // This pause is no rate limit, and is not told as one.
  expect(state().activity).toEqual({ kind: 'reading', until: null })
  await vi.advanceTimersByTimeAsync(4700)
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
  const reading = readInventory(reader.queryClient, reader.account)
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
  const reading = readInventory(reader.queryClient, reader.account)
  await vi.advanceTimersByTimeAsync(5000)
  await reading
  expect(requests).toHaveLength(3)
  expect(state().activity).toMatchObject({ kind: 'failed', failure: { kind: 'odd-answer' } })
})

test.each(['<html></html>', 'null', '{"success":true,"result":null}', '{"success":true,"result":{"tokens":[]}}'])(
  'a first page that is no list is a failure, and no empty account: %s',
  async (envelope) => {
    fakeApi(() => new Response(`${JSON.stringify({ page: 1, status: 200, headers: {} })}\n${envelope}\n`))
    const reading = readInventory(reader.queryClient, reader.account)
    await vi.advanceTimersByTimeAsync(5000)
    await reading
    expect(state().activity).toMatchObject({ kind: 'failed' })
    expect(ids()).toEqual([])
  },
)

test('a refusal is not retried', async () => {
  const requests = fakePages(() => refusal(403, 9109))
  await readInventory(reader.queryClient, reader.account)
  expect(requests).toEqual([1, 2, 3, 4])
  expect(state().activity).toMatchObject({ kind: 'failed', failure: { status: 403 } })
})

test('a page that failed is read when the reading goes on, and the others are not again', async () => {
  let works = false
  const requests = fakePages((number) => (number === 2 && !works ? refusal(403, 9109) : page(number, 160)))
  await readInventory(reader.queryClient, reader.account)
  works = true
  await readInventory(reader.queryClient, reader.account)
  expect(requests).toEqual([1, 2, 3, 4, 2])
  expect(state().activity).toEqual({ kind: 'idle' })
  expect(ids()).toHaveLength(160)
})

test('a wait that a page asks for is kept, whatever became of another', async () => {
  let round = 0
  const requests = fakePages((number) => {
    if (number === 1) round += 1
    if (round > 0 && requests.length > 4) return page(number, 160)
    if (number === 2) return refusal(503, 1)
    return number === 3 ? refusal(429, 971, { 'retry-after': '60' }) : page(number, 160)
  })
  const end = readInventory(reader.queryClient, reader.account)
  await vi.advanceTimersByTimeAsync(59_000)
  expect(requests).toHaveLength(4)
  await vi.advanceTimersByTimeAsync(2000)
  await end
  expect(ids()).toHaveLength(160)
})

test('a wait longer than a timer can be is not none', async () => {
  const requests = fakePages(() => refusal(429, 971, { 'retry-after': '99999999' }))
  const end = readInventory(reader.queryClient, reader.account)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(requests).toHaveLength(4)
  stopInventory(reader.account)
  await end
})

test('a refresh reads all pages again, and keeps the tokens until then', async () => {
  const requests = fakePages((number) => page(number, 160))
  await readInventory(reader.queryClient, reader.account)
  refreshInventory(reader.queryClient, reader.account)
  expect(pagesToRead(state().inventory)).toEqual([1, 2, 3, 4])
  expect(ids()).toHaveLength(160)
  await readInventory(reader.queryClient, reader.account)
  expect(requests).toHaveLength(8)
  expect(state().activity).toEqual({ kind: 'idle' })
})
