import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createHttpServer } from './http-server.ts'
import { JSON_TYPE, MARK, request, TOKENS } from './testing/hostile-requests.ts'
import { listening, OK, startWireRig, type WireRig } from './testing/wire-rig.ts'

let rig: WireRig
beforeAll(async () => void (rig = await startWireRig()))
afterAll(() => rig.stop())
beforeEach(() => rig.reset())

describe('clients that never finish', () => {
  test('a head that comes drop by drop is cut off', async () => {
    const text = await rig.send(`GET ${TOKENS} HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\nX-Slow: `)
    expect(text === '' || text.startsWith('HTTP/1.1 408')).toBe(true)
    expect(rig.seen).toEqual([])
  })

  test('a body that never ends is cut off, and nothing is sent on', async () => {
    const text = await rig.send(
      `POST ${TOKENS} HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\n${JSON_TYPE}\r\n${MARK}\r\nContent-Length: 100\r\n\r\n{`,
    )
    expect(text === '' || /^HTTP\/1\.1 4\d\d/.test(text)).toBe(true)
    expect(rig.seen).toEqual([])
  })
})

describe('clients that read nothing', () => {
  test('are cut off, and those that wait for a slow API are not', async () => {
    const long = JSON.stringify({ success: true, errors: [], messages: [], result: 'x'.repeat(8 * 1024 * 1024) })
    rig.answer = (outgoing) => outgoing.setHeader('content-type', 'application/json').end(long)
    const deaf = connect(rig.port, '127.0.0.1', () => deaf.write(request(rig.port, {})))
    deaf.on('error', () => {})
    deaf.pause()
    const closed = new Promise((resolve) => rig.own.once('connection', (socket) => socket.once('close', resolve)))
    await closed
    deaf.destroy()

    rig.answer = (outgoing) => setTimeout(() => outgoing.setHeader('content-type', 'application/json').end(OK), 1_000)
    expect(await rig.send(request(rig.port, {}))).toContain('HTTP/1.1 200')
  })
})

test('an idle connection outlasts the two minutes for which a proxy keeps it', async () => {
  const server = createHttpServer(() => new Response('answer'))
  const answer = await fetch(`http://127.0.0.1:${await listening(server)}/`)
  expect(await answer.text()).toBe('answer')
  expect(answer.headers.get('keep-alive')).toBe('timeout=125')
  server.closeAllConnections()
  server.close()
})

describe('connections that are handed over', () => {
  const handedOver = [
    ['CONNECT', () => `CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:${rig.port}\r\n\r\n`],
    ['an upgrade', () => request(rig.port, { headers: ['Upgrade: websocket', 'Connection: Upgrade'] })],
  ] as const

  test.each(handedOver)('%s and a reset at once end nothing but themselves', async (_, text) => {
    for (let count = 0; count < 30; count += 1) {
      await new Promise<void>((resolve) => {
        const socket = connect(rig.port, '127.0.0.1', () => socket.write(text(), () => socket.resetAndDestroy()))
        socket.on('error', () => {})
        socket.on('close', () => resolve())
      })
    }
    expect(await rig.send(request(rig.port, {}))).toContain('HTTP/1.1 200')
  })

  test.each(handedOver)('%s is closed after its answer, whether or not the client closes', async (_, text) => {
    const closed = new Promise((resolve) => rig.own.once('connection', (socket) => socket.once('close', resolve)))
    const socket = connect({ port: rig.port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.write(text()))
    socket.on('error', () => {})
    socket.resume()
    await closed
    socket.destroy()
  })
})

test('an answer that takes too long in all is cut off', async () => {
  const patient = {
    headersTimeoutMs: 400,
    requestTimeoutMs: 800,
    checkEveryMs: 100,
    silenceMs: 10_000,
    answerMs: 300,
    idleMs: 5_000,
  }
  const endless = createHttpServer(
    () => new Promise(() => {}),
    () => {},
    patient,
  )
  const at = await listening(endless)
  const socket = connect(at, '127.0.0.1', () => socket.write(request(at, {})))
  socket.on('error', () => {})
  await new Promise((resolve) => socket.once('close', resolve))
  endless.closeAllConnections()
  endless.close()
})

test('no refusal comes in the place of an earlier answer', async () => {
  rig.answer = (outgoing) => setTimeout(() => outgoing.setHeader('content-type', 'application/json').end(OK), 300)
  const first = request(rig.port, {}).replace('Connection: close\r\n', '')
  expect(await rig.send(`${first}nonsense\r\n\r\n`)).toBe('')
  const many = { headers: Array.from({ length: 105 }, (_, index) => `X-${index}: 1`) }
  expect((await rig.send(first + request(rig.port, many))).match(/HTTP\/1\.1 \d{3}/g)).toEqual([
    'HTTP/1.1 200',
    'HTTP/1.1 431',
  ])
})

test('what the parser refuses is in the log', async () => {
  await rig.send('GET / HTTP/1.1\r\nHost : evil\r\n\r\n')
  expect(rig.lines).toEqual([expect.stringMatching(/ event=refused status=400 kind=HPE_\w+ client=127\.0\.0\.1$/)])
})
