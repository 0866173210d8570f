import { expect, test, vi } from 'vitest'
import type { getSession } from '#app/api/session.ts'
import { fakePages, refusal } from '#app/api/testing.ts'
import { inventoryQuery } from './inventory-cache.ts'
import { readInventory, refreshInventory, stopInventory } from './inventory-reader.ts'
import { eachWithOwnReader, page } from './inventory-testing.ts'
import { sessionQuery } from './session.ts'

const { reader, state, ids } = eachWithOwnReader()

test('stopping ends the requests and keeps what was read', async () => {
  const signals: (AbortSignal | null | undefined)[] = []
  fakePages((number, asked) => {
    if (number === 1) return page(number, 300)
    signals.push(asked.init.signal)
    return new Promise((_, reject) =>
      asked.init.signal?.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError'))),
    )
  })
  const end = readInventory(reader.queryClient, reader.account)
  await vi.waitFor(() => expect(ids()).toHaveLength(50))
  stopInventory(reader.account)
  await end
  expect(signals.map((signal) => signal?.aborted)).toEqual([true, true, true])
  expect(state().activity).toEqual({ kind: 'stopped' })
  expect(ids()).toHaveLength(50)
})

test('stopping keeps what came a moment before', async () => {
  fakePages(async (number, { init }) => {
    if (number < 3) return page(number, 300)
    await new Promise((resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('Stopped', 'AbortError')))
      if (number === 3) setTimeout(resolve, 60)
    })
    return page(number, 300)
  })
  const end = readInventory(reader.queryClient, reader.account)
  await vi.advanceTimersByTimeAsync(120)
  // It came too soon after those before it to be stored.
  expect(ids()).toHaveLength(100)
  stopInventory(reader.account)
  await end
  expect(state().activity).toEqual({ kind: 'stopped' })
  expect(ids()).toHaveLength(150)
})

test('stopping ends a wait, too', async () => {
  fakePages(() => refusal(429, 971, { 'retry-after': '600' }))
  const end = readInventory(reader.queryClient, reader.account)
  await vi.waitFor(() => expect(state().activity).toMatchObject({ until: expect.any(Number) }))
  stopInventory(reader.account)
  await end
  expect(state().activity).toEqual({ kind: 'stopped' })
})

test('what is signed out while it is read stays forgotten', async () => {
  fakePages((number) => {
    if (number === 2) reader.queryClient.clear()
    return page(number, 120)
  })
  await readInventory(reader.queryClient, reader.account)
  expect(reader.queryClient.getQueryData(inventoryQuery(reader.account).queryKey)).toBeUndefined()
})

test('a reading that waits does not hold up the next session, nor bring its tokens there', async () => {
  let isSecond = false
  fakePages((number) => (number === 2 && !isSecond ? refusal(429, 971, { 'retry-after': '600' }) : page(number, 160)))
  const first = readInventory(reader.queryClient, reader.account)
  await vi.advanceTimersByTimeAsync(100)
  expect(state().activity).toMatchObject({ kind: 'reading', until: expect.any(Number) })
  isSecond = true
  await reader.queryClient.resetQueries()
  await readInventory(reader.queryClient, reader.account)
  expect(ids()).toHaveLength(160)
  await first
  expect(state().activity).toEqual({ kind: 'idle' })
})

test('a refresh does not go on with what a session before still reads', async () => {
  let isSecond = false
  fakePages((number) => (number === 2 && !isSecond ? refusal(429, 971, { 'retry-after': '600' }) : page(number, 160)))
  void readInventory(reader.queryClient, reader.account)
  await vi.advanceTimersByTimeAsync(100)
  isSecond = true
  await reader.queryClient.resetQueries()
  refreshInventory(reader.queryClient, reader.account)
  await vi.advanceTimersByTimeAsync(100)
  expect(ids()).toHaveLength(160)
})

test('a refusal of the session asks for the session again, which leads to sign in', async () => {
  const { queryKey } = sessionQuery(reader.account)
  reader.queryClient.setQueryData(queryKey, {} as Awaited<ReturnType<typeof getSession>>)
  fakePages(() => refusal(401, 90_401))
  await readInventory(reader.queryClient, reader.account)
  expect(state().activity).toMatchObject({ kind: 'failed', failure: { status: 401 } })
  expect(reader.queryClient.getQueryState(queryKey)?.isInvalidated).toBe(true)
})
