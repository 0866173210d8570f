import { afterEach, expect, test, vi } from 'vitest'
import { fakeApi, ORIGIN } from './testing.ts'
import { cloudflare, readAnswer } from './client.ts'

const URL_OF_ACCOUNTS = `${ORIGIN}/api/v4/accounts`
const read = (signal?: AbortSignal) => readAnswer(cloudflare.get('/accounts', { signal }), ({ result }) => result)

function early(answer: Promise<Response>) {
  const abort = vi.fn<() => void>()
  answer.catch(() => {})
  globalThis.earlyRequests = new Map([[URL_OF_ACCOUNTS, { answer, abort }]])
  return abort
}

afterEach(() => {
  globalThis.earlyRequests = undefined
})

test('an early answer is taken once, in place of a request', async () => {
  const requests = fakeApi(() => ({ success: true, result: 'asked' }))
  early(Promise.resolve(Response.json({ success: true, result: 'early' })))
  expect(await read()).toBe('early')
  expect(requests).toHaveLength(0)
  expect(await read()).toBe('asked')
  expect(requests).toHaveLength(1)
})

test('an early request that failed is a failed request, not one that is sent again silently', async () => {
  const requests = fakeApi(() => ({ success: true, result: 'asked' }))
  early(Promise.reject(new TypeError('Failed to fetch')))
  await expect(read()).rejects.toMatchObject({ kind: 'no-answer' })
  expect(requests).toHaveLength(0)
  // The retry of the query is a request like any other.
  expect(await read()).toBe('asked')
})

test('a caller that no longer waits ends the early request, too', async () => {
  fakeApi(() => null)
  const abort = early(new Promise<Response>(() => {}))
  const controller = new AbortController()
  void read(controller.signal).catch(() => {})
  await vi.waitFor(() => expect(globalThis.earlyRequests?.size).toBe(0))
  controller.abort()
  expect(abort).toHaveBeenCalledOnce()
})

test('another address, or a write to the same one, is asked as ever', async () => {
  const requests = fakeApi(() => ({ success: true, result: null }))
  early(Promise.resolve(Response.json({ success: true, result: 'early' })))
  await readAnswer(cloudflare.post('/accounts', { body: {} }), () => null)
  await readAnswer(cloudflare.get('/zones'), () => null)
  expect(requests).toHaveLength(2)
})
