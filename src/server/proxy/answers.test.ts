import { createServer, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ACCOUNT, firstError, ok, type Rig, SECRET, startRig, TOKEN, WRITE_HEADERS } from '#server/testing/proxy-rig.ts'

let rig: Rig
beforeAll(async () => void (rig = await startRig()))
afterAll(() => rig.close())
beforeEach(() => rig.answerWith(() => ok([])))

const tokens = `/api/v4/accounts/${ACCOUNT}/tokens`
const post = { method: 'POST', headers: WRITE_HEADERS, body: '{}' }

describe('an answer that is not the API’s envelope becomes one, and names the status it had', () => {
  test.each([
    [
      'a page',
      () => new Response('<h1>Bad gateway</h1>', { status: 520, headers: { 'content-type': 'text/html' } }),
      520,
    ],
    ['a page with status 200', () => new Response('<h1>Sign in</h1>'), 200],
    ['cut-off JSON', () => new Response('{"success":true,"errors":[],"result":[{"id":'), 200],
    ['other JSON', () => Response.json({ hello: 'world' }), 200],
    ['a list', () => Response.json([]), 200],
    ['null', () => Response.json(null), 200],
    ['nothing', () => new Response(null, { status: 204 }), 204],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } }), 302],
    [
      'a redirect in an envelope',
      () => Response.json({ success: true, errors: [], messages: [], result: null }, { status: 301 }),
      301,
    ],
  ])('%s', async (_, answer, status) => {
    rig.answerWith(answer)
    const received = await rig.call(tokens)
    expect(received.status).toBe(502)
    expect(received.headers.has('location')).toBe(false)
    const error = await firstError(received)
    expect(error?.code).toBe(90_502)
    expect(error?.message).toContain(`HTTP ${status}`)
    expect(rig.seen).toHaveLength(1)
  })

  test('a rate limit in words of its own stays one, and says nothing of an effect', async () => {
    rig.answerWith(() => new Response('error code: 1015', { status: 429, headers: { 'retry-after': '2' } }))
    const received = await rig.call(tokens, post)
    expect(received.status).toBe(429)
    expect(received.headers.get('retry-after')).toBe('2')
    expect((await firstError(received))?.message).toBe('The API answered with HTTP 429 and an unknown format.')
  })

  test.each([{ errors: 'text' }, { errors: [null] }, { errors: {} }, { errors: ['text', 7] }])(
    'an answer with %j is passed on with its status',
    async ({ errors }) => {
      rig.answerWith(() => Response.json({ success: false, errors, result: null }, { status: 400 }))
      const received = await rig.call(tokens)
      expect(received.status).toBe(400)
      expect(await received.json()).toEqual({ success: false, errors, result: null })
    },
  )

  test('an error keeps all that it says, the page it names and what lies under it included', async () => {
    const error = {
      code: 10000,
      message: 'Forbidden',
      documentation_url: 'https://developers.cloudflare.com/api/resources/accounts/subresources/tokens/',
      source: { pointer: '/policies/0' },
      error_chain: [{ code: 6111, message: 'Invalid format for Authorization header' }],
    }
    rig.answerWith(() =>
      Response.json({ success: false, errors: [error], messages: [], result: null }, { status: 403 }),
    )
    const received = await rig.call(tokens)
    expect(received.status).toBe(403)
    expect(await firstError(received)).toEqual(error)
  })

  test('the ray id and the wait survive', async () => {
    rig.answerWith(
      () => new Response('slow down', { status: 429, headers: { 'cf-ray': 'abc-FRA', 'retry-after': '9' } }),
    )
    const { headers } = await rig.call(tokens)
    expect([headers.get('cf-ray'), headers.get('retry-after')]).toEqual(['abc-FRA', '9'])
  })

  test('a failed write says that its outcome is not known, a failed read does not', async () => {
    rig.answerWith(() => new Response('oops', { status: 500 }))
    expect((await firstError(await rig.call(tokens, post)))?.message).toContain('is unknown')
    expect((await firstError(await rig.call(tokens)))?.message).not.toContain('is unknown')
  })
})

test('a 200 that says it failed is not passed on as a success', async () => {
  rig.answerWith(() =>
    Response.json({ success: false, errors: [{ code: 1001, message: 'no' }], messages: [], result: null }),
  )
  const answer = await rig.call(tokens)
  expect(answer.status).toBe(502)
  expect((await firstError(answer))?.message).toBe('no')
})

test('an endless answer is given up', async () => {
  const chunk = new Uint8Array(1024 * 1024).fill(32)
  rig.answerWith(() => new Response(new ReadableStream({ pull: (controller) => controller.enqueue(chunk) })))
  const answer = await rig.call(tokens)
  expect(answer.status).toBe(502)
  expect((await firstError(answer))?.message).toContain('16 MB')
})

describe('the API does not answer', () => {
  let hasty: Rig
  beforeAll(async () => void (hasty = await startRig({}, 100)))
  afterAll(() => hasty.close())

  test.each([
    ['at all', () => new Promise<Response>(() => {})],
    [
      'to the end',
      () => new Response(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array([123])) })),
    ],
  ])('%s: 504 in the envelope, after the time that is set', async (_, answer) => {
    hasty.answerWith(answer)
    const received = await hasty.call(tokens)
    expect(received.status).toBe(504)
    expect(await firstError(received)).toEqual({ code: 90_504, message: 'The API did not answer within 0.1 s.' })
  })

  test('to a write: its outcome is not known, and it is not sent again', async () => {
    hasty.answerWith(() => new Promise<Response>(() => {}))
    const received = await hasty.call(tokens, post)
    expect(received.status).toBe(504)
    expect((await firstError(received))?.message).toContain('is unknown')
    expect(hasty.seen).toHaveLength(1)
  })
})

describe('the connection fails', () => {
  test('because nothing listens: 502 with the system’s code', async () => {
    const offline = await startRig({ upstream: 'http://127.0.0.1:9/client/v4' })
    const answer = await offline.call(tokens)
    offline.close()
    expect(answer.status).toBe(502)
    const error = await firstError(answer)
    expect(error?.code).toBe(90_502)
    expect(error?.message).toMatch(/connection to the API failed/)
    expect(error?.message).not.toContain(SECRET)
  })

  test.each([
    ['before an answer', (answer: ServerResponse) => answer.destroy()],
    [
      'within an answer',
      (answer: ServerResponse) => answer.writeHead(200, { 'content-length': 99 }).write('{', () => answer.destroy()),
    ],
  ])('%s: 502', async (_, drop) => {
    const server = createServer((_, answer) => void drop(answer)).listen(0, '127.0.0.1')
    await once(server, 'listening')
    // A TCP server's address is an object; only a pipe's is a string.
    const { port } = server.address() as AddressInfo
    const dropping = await startRig({ upstream: `http://127.0.0.1:${port}/client/v4` })
    const answer = await dropping.call(`${tokens}/${TOKEN}/value`, {
      method: 'PUT',
      headers: WRITE_HEADERS,
      body: '{}',
    })
    dropping.close()
    server.close()
    expect(answer.status).toBe(502)
    expect((await firstError(answer))?.message).toContain('is unknown')
  })
})

describe('the browser goes away', () => {
  test('a read is given up', async () => {
    const onAbort = vi.fn<() => void>()
    rig.answerWith((request) => {
      request.signal.addEventListener('abort', onAbort)
      return new Promise<Response>(() => {})
    })
    const controller = new AbortController()
    const asked = rig.call(tokens, { signal: controller.signal }).catch(() => 'gone')
    await expect.poll(() => rig.seen).toHaveLength(1)
    controller.abort()
    expect(await asked).toBe('gone')
    await expect.poll(() => onAbort).toHaveBeenCalled()
    await expect.poll(() => rig.lines[0]).toMatch(/ status=499 /)
  })

  test('a write is seen through', async () => {
    const onAbort = vi.fn<() => void>()
    let finish = () => {}
    rig.answerWith((request) => {
      request.signal.addEventListener('abort', onAbort)
      return new Promise((resolve) => (finish = () => resolve(ok({}))))
    })
    const controller = new AbortController()
    const asked = rig.call(tokens, { ...post, signal: controller.signal }).catch(() => 'gone')
    await expect.poll(() => rig.seen).toHaveLength(1)
    controller.abort()
    expect(await asked).toBe('gone')
    // Long enough for an abort to arrive, if one were sent.
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(onAbort).not.toHaveBeenCalled()
    finish()
    await expect.poll(() => rig.lines.at(-1)).toMatch(/ method=POST .* status=200 /)
  })
})

describe('the wait that the API asks for', () => {
  const limited = { success: false, errors: [{ code: 971, message: 'More than 1200 requests' }], result: null }

  test.each([
    [429, '7', '7'],
    [503, '7', '7'],
    [429, 'Sat, 28 Nov 2026 12:00:30 GMT', '30'],
    [429, 'Sat, 28 Nov 2026 11:00:00 GMT', '5'],
    [503, 'Sat, 28 Nov 2026 11:00:00 GMT', null],
    [429, '99999999', '900'],
    [503, 'Sat, 28 Nov 2099 12:00:00 GMT', '900'],
    [429, '0', '5'],
    [429, 'soon', '5'],
    [503, '-1', null],
    [429, null, '5'],
    [500, null, null],
  ])('status %i with %j is passed on as %j seconds', async (status, header, expected) => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-28T12:00:00Z') })
    const headers = header === null ? {} : { 'retry-after': header }
    rig.answerWith(() => Response.json({ success: false, errors: [], result: null }, { status, headers }))
    expect((await rig.call(tokens)).headers.get('retry-after')).toBe(expected)
    vi.useRealTimers()
  })

  test('is some seconds for a rate limit inside another status', async () => {
    rig.answerWith(() => Response.json(limited, { status: 403 }))
    expect((await rig.call(tokens)).headers.get('retry-after')).toBe('5')
  })
})
