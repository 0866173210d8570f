import { createServer, type Server, type ServerResponse } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { createHttpServer } from './http-server.ts'
import { HOSTILE, JSON_TYPE, MARK, request, TOKENS, write } from './testing/hostile-requests.ts'

const SECRET = 'cfat_OwnCredential0123456789abcdefghijABCDEFGHIJ'

/** A server that is ours, before an API that only counts; both on real sockets. */
let api: Server
let own: Server
let port: number
let seen: { url: string; headers: Record<string, string | string[] | undefined> }[] = []
let lines: string[] = []
let answer: (outgoing: ServerResponse) => void = () => {}

const listening = (server: Server) =>
  new Promise<number>((resolve) => {
    // A server that listens on a port has an address of this form.
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

beforeAll(async () => {
  api = createServer((incoming, outgoing) => {
    seen.push({ url: incoming.url ?? '', headers: incoming.headers })
    incoming.resume()
    answer(outgoing)
  })
  const apiPort = await listening(api)
  const later: { fetch?: Parameters<typeof createHttpServer>[0] } = {}
  own = createHttpServer(
    (request, bindings) => later.fetch?.(request, bindings) ?? new Response(null),
    (line) => lines.push(line),
    {
      headersTimeoutMs: 400,
      requestTimeoutMs: 800,
      checkEveryMs: 100,
      silenceMs: 300,
      answerMs: 3_000,
    },
  )
  port = await listening(own)
  const app = createApp({
    config: {
      mode: 'live',
      host: '127.0.0.1',
      port,
      upstream: `http://127.0.0.1:${apiPort}/client/v4`,
      token: SECRET,
      accountIds: [],
    },
    timeoutMs: 2_000,
    log: (line) => lines.push(line),
  })
  later.fetch = (request, bindings) => app.fetch(request, bindings)
})
afterAll(() => {
  for (const server of [api, own]) {
    server.closeAllConnections()
    server.close()
  }
})
beforeEach(() => {
  seen = []
  lines = []
  answer = (outgoing) => outgoing.setHeader('content-type', 'application/json').end(OK)
})

const OK = JSON.stringify({ success: true, errors: [], messages: [], result: [] })

/** Sends bytes as they are and reads until the server hangs up. */
function send(text: string): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(text, 'latin1')))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => {})
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
  })
}

describe.each(Object.entries(HOSTILE))('%s', (_, rows) => {
  test.each(rows)('%s', async (_, shape, statuses) => {
    const text = await send(request(port, shape))
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1])
    expect(statuses).toContain(status)
    if (status !== 200) {
      expect(seen).toEqual([])
      expect(text).toContain('"success":false')
    }
    expect(text).not.toMatch(/access-control-allow|set-cookie|x-powered-by/i)
    expect(text + lines.join('\n')).not.toContain(SECRET)
    expect(lines.join('\n')).not.toMatch(/evil|passwd/)
  })
})

test('the table has at least eighty rows', () => {
  expect(Object.values(HOSTILE).flat().length).toBeGreaterThanOrEqual(80)
})

describe('clients that never finish', () => {
  test('a head that comes drop by drop is cut off', async () => {
    const text = await send(`GET ${TOKENS} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Slow: `)
    expect(text === '' || text.startsWith('HTTP/1.1 408')).toBe(true)
    expect(seen).toEqual([])
  })

  test('a body that never ends is cut off, and nothing is sent on', async () => {
    const text = await send(
      `POST ${TOKENS} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${JSON_TYPE}\r\n${MARK}\r\nContent-Length: 100\r\n\r\n{`,
    )
    expect(text === '' || /^HTTP\/1\.1 4\d\d/.test(text)).toBe(true)
    expect(seen).toEqual([])
  })
})

describe('clients that read nothing', () => {
  test('are cut off, and those that wait for a slow API are not', async () => {
    const long = JSON.stringify({ success: true, errors: [], messages: [], result: 'x'.repeat(8 * 1024 * 1024) })
    answer = (outgoing) => outgoing.setHeader('content-type', 'application/json').end(long)
    const deaf = connect(port, '127.0.0.1', () => deaf.write(request(port, {})))
    deaf.on('error', () => {})
    deaf.pause()
    const closed = new Promise((resolve) => own.once('connection', (socket) => socket.once('close', resolve)))
    await closed
    deaf.destroy()

    answer = (outgoing) => setTimeout(() => outgoing.setHeader('content-type', 'application/json').end(OK), 1_000)
    expect(await send(request(port, {}))).toContain('HTTP/1.1 200')
  })
})

describe('connections that are handed over', () => {
  const handedOver = [
    ['CONNECT', () => `CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`],
    ['an upgrade', () => request(port, { headers: ['Upgrade: websocket', 'Connection: Upgrade'] })],
  ] as const

  test.each(handedOver)('%s and a reset at once end nothing but themselves', async (_, text) => {
    for (let count = 0; count < 30; count += 1) {
      await new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.write(text(), () => socket.resetAndDestroy()))
        socket.on('error', () => {})
        socket.on('close', () => resolve())
      })
    }
    expect(await send(request(port, {}))).toContain('HTTP/1.1 200')
  })

  test.each(handedOver)('%s is closed after its answer, whether or not the client closes', async (_, text) => {
    const closed = new Promise((resolve) => own.once('connection', (socket) => socket.once('close', resolve)))
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.write(text()))
    socket.on('error', () => {})
    socket.resume()
    await closed
    socket.destroy()
  })
})

test('no refusal comes in the place of an earlier answer', async () => {
  answer = (outgoing) => setTimeout(() => outgoing.setHeader('content-type', 'application/json').end(OK), 300)
  const first = request(port, {}).replace('Connection: close\r\n', '')
  expect(await send(`${first}nonsense\r\n\r\n`)).toBe('')
  const many = { headers: Array.from({ length: 105 }, (_, index) => `X-${index}: 1`) }
  expect((await send(first + request(port, many))).match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 431'])
})

test('what the parser refuses is in the log', async () => {
  await send('GET / HTTP/1.1\r\nHost : evil\r\n\r\n')
  expect(lines).toEqual([expect.stringMatching(/ event=refused status=400 kind=HPE_\w+ client=127\.0\.0\.1$/)])
})

describe('what goes along to the API', () => {
  test('of all headers only those that are named', async () => {
    await send(
      request(port, {
        headers: [
          'Authorization: Bearer evil',
          'Cookie: a=b',
          'X-Auth-Key: evil',
          'TE: trailers',
          'Proxy-Authorization: Basic evil',
          'X-HTTP-Method-Override: DELETE',
        ],
      }),
    )
    expect(seen).toHaveLength(1)
    const headers = seen[0]?.headers ?? {}
    expect(headers['authorization']).toBe(`Bearer ${SECRET}`)
    expect(JSON.stringify(headers)).not.toMatch(/evil|192\.0\.2|a=b|trailers|override/i)
  })

  test('keys of a prototype in a body are the API’s to judge, and change nothing here', async () => {
    const text = await send(request(port, write({ body: '{"__proto__": {"polluted": true}, "constructor": {}}' })))
    expect(text).toContain('HTTP/1.1 200')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('an API that is not itself', () => {
  const json = { 'content-type': 'application/json' }
  test.each<[string, (outgoing: ServerResponse) => void, number]>([
    ['a redirect to another host', (out) => out.writeHead(302, { location: 'http://evil.example/' }).end(OK), 502],
    ['HTML', (out) => out.writeHead(200, { 'content-type': 'text/html' }).end('<h1>evil</h1>'), 502],
    ['JSON that is no envelope', (out) => out.writeHead(200, json).end('{"evil":1}'), 502],
    ['a success that says it is none', (out) => out.writeHead(200, json).end('{"success":false,"errors":[]}'), 502],
    [
      'a gzip bomb',
      (out) =>
        out.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(64 * 1024 * 1024, 32))),
      502,
    ],
    ['gzip that is none', (out) => out.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end('evil'), 502],
    [
      'a body without an end',
      (out) => {
        out.writeHead(200, json)
        const drip = () => out.destroyed || (out.write(' '.repeat(1024 * 1024)), setImmediate(drip))
        drip()
      },
      502,
    ],
    ['no answer at all', () => {}, 504],
    ['a connection that breaks', (out) => out.destroy(), 502],
  ])('%s', async (_, play, status) => {
    answer = play
    const text = await send(request(port, {}))
    expect(text).toContain(`HTTP/1.1 ${status}`)
    expect(text).toContain('"success":false')
    expect(text).not.toContain('evil')
  })

  test('cookies and headers of its own stay here', async () => {
    answer = (out) =>
      out
        .writeHead(200, {
          ...json,
          'set-cookie': 'evil=1',
          'access-control-allow-origin': '*',
          server: 'evil',
          link: '<evil>',
        })
        .end(OK)
    const text = await send(request(port, {}))
    expect(text).toContain('HTTP/1.1 200')
    expect(text).not.toMatch(/evil|access-control/)
  })
})
