import { afterEach, expect, test, vi } from 'vitest'
import { fakeApi, ORIGIN, refusal } from './testing.ts'
import { readAnswer } from './answer.ts'
import { ApiFailure } from './errors.ts'
import { onRateBudget } from './rate-budget.ts'

const URL_OF_ACCOUNTS = `${ORIGIN}/api/v4/accounts`
const read = (signal?: AbortSignal) =>
  readAnswer(
    (sdk) => sdk.get('/accounts', { signal }),
    ({ result }) => result,
    { path: '/v4/accounts', signal },
  )

function early(answer: Promise<Response>) {
  const abort = vi.fn<() => void>()
  answer.catch(() => {})
  globalThis.earlyRequests = new Map([[URL_OF_ACCOUNTS, { answer, abort }]])
  return abort
}

afterEach(() => {
  vi.useRealTimers()
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
  await expect.poll(() => globalThis.earlyRequests?.size).toBe(0)
  controller.abort()
  expect(abort).toHaveBeenCalledOnce()
})

test('an abort stays one, and the time limit is a request without an answer', async () => {
  const fails = (name: string) => {
    early(Promise.reject(new DOMException('', name)))
    return expect(read()).rejects
  }
  await fails('AbortError').not.toHaveProperty('kind')
  await fails('TimeoutError').toMatchObject({ kind: 'no-answer' })
})

const json = (body: string, init?: ResponseInit) => () => new Response(body, init)

test.each<[string, () => Response]>([
  ['403', () => refusal(403, 1000, { 'cf-ray': '8f-AMS' })],
  ['429', () => refusal(429, 971, { 'retry-after': '7' })],
  ['503 that is no JSON', json('<html>', { status: 503, headers: { 'cf-ray': '8f-AMS' } })],
  ['400 whose errors are no list', json('{"success":false,"errors":{}}', { status: 400 })],
  ['success that says it is none', json('{"success":false,"errors":[{"code":7}]}')],
  ['broken JSON', json('{"success":tr')],
  ['empty body', json('')],
])('an early %s is the failure that it is through the SDK', async (_, answer) => {
  // Both fail at the same moment.
  vi.useFakeTimers({ toFake: ['Date'] })
  fakeApi(answer)
  early(Promise.resolve(answer()))
  const [first, second] = [await read().catch((error: unknown) => error), await read().catch((error: unknown) => error)]
  expect(first).toBeInstanceOf(ApiFailure)
  expect(first).toEqual(second)
  // Every field of the two.
  expect(JSON.stringify(first)).toBe(JSON.stringify(second))
})

test('an early answer tells the rate budget', async () => {
  const noted = vi.fn<() => void>()
  const stop = onRateBudget(noted)
  early(
    Promise.resolve(
      Response.json({}, { headers: { ratelimit: '"default";r=50;t=30', 'ratelimit-policy': '"burst";q=1200;w=300' } }),
    ),
  )
  await read()
  stop()
  expect(noted).toHaveBeenCalledOnce()
})

test('another address, or a write to the same one, is asked as ever', async () => {
  const requests = fakeApi(() => ({ success: true, result: null }))
  early(Promise.resolve(Response.json({ success: true, result: 'early' })))
  await readAnswer(
    (sdk) => sdk.post('/accounts', { body: {} }),
    () => null,
  )
  await readAnswer(
    (sdk) => sdk.get('/zones'),
    () => null,
    { path: '/v4/zones', signal: undefined },
  )
  expect(requests).toHaveLength(2)
})
