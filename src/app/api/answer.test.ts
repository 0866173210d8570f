import { describe, expect, test } from 'vitest'
import { fakeApi, ORIGIN, refusal } from './testing.ts'
import { listOf, readAnswer } from './answer.ts'
import type { Sdk } from './client.ts'
import { ownUrl } from './fetch.ts'
import { listTokens } from './tokens.ts'

const ask = (signal?: AbortSignal) => (sdk: Sdk) => sdk.get('/accounts', { signal })
const read = () => readAnswer(ask(), ({ result }) => result)

describe('an answer', () => {
  test('comes as it was sent, with what the SDK does not know', async () => {
    const sent =
      '{"success":true,"result":{"version":2026.10,"__proto__":{"odd":true},"large":12345678901234567000},"result_info":{"total_count":7}}'
    fakeApi(() => new Response(sent, { headers: { 'content-type': 'application/json' } }))
    const { result, resultInfo } = await readAnswer(ask(), (answer) => answer)
    expect({ result, resultInfo }).toEqual({
      result: JSON.parse(sent).result,
      resultInfo: { total_count: 7 },
    })
    expect(Object.keys(result as object)).toContain('__proto__')
  })

  test('that says it is no success is a failure, with whatever status', async () => {
    fakeApi(() => ({ success: false, errors: [{ code: 10_000, message: 'Authentication error' }], result: null }))
    await expect(read()).rejects.toMatchObject({ status: 502, problems: [{ code: 10_000 }] })
  })

  test('with an error status tells code, ray ID and how long to wait, and is not asked for again', async () => {
    const requests = fakeApi(() => refusal(429, 971, { 'cf-ray': '8f-AMS', 'retry-after': '7' }))
    await expect(read()).rejects.toMatchObject({
      kind: 'refused',
      status: 429,
      ray: '8f-AMS',
      retryAfter: 7,
      problems: [{ code: 971 }],
    })
    expect(requests).toHaveLength(1)
  })

  test.each([500, 502, 503, 408, 409])('with status %i is not asked for again by the client', async (status) => {
    const requests = fakeApi(() => refusal(status, 1))
    await expect(read()).rejects.toMatchObject({ status })
    expect(requests).toHaveLength(1)
  })

  test('of another form than its reader takes is told as one', async () => {
    fakeApi(() => ({ success: true, result: 7 }))
    const parse = () => {
      throw new TypeError('no such field')
    }
    await expect(readAnswer(ask(), parse)).rejects.toMatchObject({ kind: 'odd-answer', status: 502 })
  })

  test.each(['{"success":tr', '', '<html>'])('that is not whole (%j) did not arrive', async (text) => {
    fakeApi(() => new Response(text, { headers: { 'content-type': 'application/json' } }))
    await expect(read()).rejects.toMatchObject({ kind: 'no-answer', status: undefined })
  })

  test('that never comes is a failure without a status', async () => {
    fakeApi(() => {
      throw new TypeError('Failed to fetch')
    })
    await expect(read()).rejects.toMatchObject({ kind: 'no-answer', status: undefined })
  })
})

test('an aborted request stays an abort', async () => {
  fakeApi(
    ({ init }) =>
      new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error))),
  )
  const controller = new AbortController()
  const answer = readAnswer(ask(controller.signal), () => null)
  controller.abort()
  await expect(answer).rejects.not.toHaveProperty('kind')
})

test.each([[undefined], [null], [{}], ['text'], [7], [{ groups: [] }]])(
  '%j is no list, and not an empty one',
  (result) => {
    expect(() => listOf({ result })).toThrow(expect.objectContaining({ kind: 'odd-answer' }))
  },
)

test('a list is itself', () => {
  expect(listOf({ result: [null, 1] })).toEqual([null, 1])
})

test('a list of the API without a list is a failure, although the SDK takes it for an empty one', async () => {
  fakeApi(() => ({ success: true, result: null, result_info: { total_count: 0 } }))
  await expect(listTokens({ account_id: 'a'.repeat(32) })).rejects.toMatchObject({ kind: 'odd-answer' })
})

test('our server’s own addresses go through the same client, without a credential', async () => {
  const requests = fakeApi(() => ({ success: true, result: null }))
  await readAnswer(
    (sdk) => sdk.get(ownUrl('/session'), { query: { account_id: 'x' } }),
    () => null,
  )
  expect(requests[0]?.url.href).toBe(`${ORIGIN}/api/session?account_id=x`)
  const headers = new Headers(requests[0]?.init.headers)
  expect(headers.get('authorization')).toBeNull()
  expect(headers.get('x-token-desk')).toBe('1')
})
