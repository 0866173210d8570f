import { request } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ACCOUNT, firstError, ok, type Rig, startRig, WRITE_HEADERS } from '#server/testing/proxy-rig.ts'

let rig: Rig
beforeAll(async () => void (rig = await startRig()))
afterAll(() => rig.close())
beforeEach(() => rig.answerWith(() => ok([])))

const tokens = `/api/v4/accounts/${ACCOUNT}/tokens`

/** `fetch` cannot set the Host header. */
function statusFor(headers: Record<string, string>, path = tokens): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: rig.port, path, headers, agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

describe('the host a request names', () => {
  test.each([['127.0.0.1'], ['localhost'], ['LOCALHOST'], ['[::1]']])('%s is ours', async (name) => {
    expect(await statusFor({ host: `${name}:${rig.port}` })).toBe(200)
  })

  test.each([
    ['evil.example'],
    ['127.0.0.1.evil.example'],
    ['localhost.evil.example'],
    ['desk.internal'],
    ['0.0.0.0'],
    ['127.0.0.2'],
  ])('%s is not', async (name) => {
    expect(await statusFor({ host: `${name}:${rig.port}` })).toBe(403)
    expect(rig.seen).toEqual([])
  })

  test.each([['127.0.0.1'], ['127.0.0.1:1'], ['user@127.0.0.1']])('the port is part of it: "%s"', async (host) => {
    expect([400, 403]).toContain(await statusFor({ host }))
    expect(rig.seen).toEqual([])
  })

  test('every address under /api asks for it', async () => {
    for (const path of ['/api/session', '/api/verify', '/api/nothing', '/api']) {
      expect(await statusFor({ host: `evil.example:${rig.port}` }, path)).toBe(403)
    }
  })
})

describe('the page a request comes from', () => {
  test.each([
    ['our own page', (origin: string) => ({ 'sec-fetch-site': 'same-origin', origin })],
    ['the address bar', () => ({ 'sec-fetch-site': 'none' })],
    ['an old browser on our page', (origin: string) => ({ origin })],
    ['a program that is no browser', () => ({})],
  ])('%s may ask', async (_, headers) => {
    expect((await rig.call(tokens, { headers: headers(rig.origin) })).status).toBe(200)
  })

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['another site with the origin left out', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:9' }],
    ['another origin in an old browser', { origin: 'http://127.0.0.1:9' }],
    ['a sandboxed frame', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
    ['the same host under another name', { origin: 'http://localhost:9' }],
  ])('%s may not', async (_, headers) => {
    const answer = await rig.call(tokens, { headers })
    expect(answer.status).toBe(403)
    expect((await firstError(answer))?.code).toBe(90_403)
    expect(rig.seen).toEqual([])
  })
})

describe('a write', () => {
  const post = (headers: Record<string, string>, path = tokens) =>
    rig.call(path, { method: 'POST', headers, body: '{}' })

  test.each([[tokens], ['/api/verify']])('needs both headers that a form cannot send: %s', async (path) => {
    expect((await post({ 'content-type': 'application/json' }, path)).status).toBe(403)
    expect((await post({ 'content-type': 'application/json', 'x-token-desk': '0' }, path)).status).toBe(403)
    expect((await post({ 'x-token-desk': '1' }, path)).status).toBe(415)
    expect((await post({ 'x-token-desk': '1', 'content-type': 'text/plain' }, path)).status).toBe(415)
    expect((await post({ 'x-token-desk': '1', 'content-type': 'application/json-seq' }, path)).status).toBe(415)
    expect(rig.seen).toEqual([])
  })

  test('may name a charset', async () => {
    expect((await post({ ...WRITE_HEADERS, 'content-type': 'application/json; charset=utf-8' })).status).toBe(200)
  })

  test.each([['DELETE'], ['PUT']])('%s is one too', async (method) => {
    expect((await rig.call(`${tokens}/${ACCOUNT}`, { method })).status).toBe(415)
    expect(rig.seen).toEqual([])
  })
})

describe('a body', () => {
  const MEGABYTE = 1024 * 1024
  const objectOf = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`

  test('of 1 MB passes whole', async () => {
    const answer = await rig.call(tokens, { method: 'POST', headers: WRITE_HEADERS, body: objectOf(MEGABYTE) })
    expect(answer.status).toBe(200)
    expect(rig.seen[0]?.body).toHaveLength(MEGABYTE)
  })

  test.each([[tokens], ['/api/verify']])('of more is refused: %s', async (path) => {
    const answer = await rig.call(path, { method: 'POST', headers: WRITE_HEADERS, body: 'x'.repeat(MEGABYTE + 1) })
    expect(answer.status).toBe(413)
    expect((await firstError(answer))?.code).toBe(90_413)
    expect(rig.seen).toEqual([])
  })

  test('of more is refused when no length is announced', async () => {
    const chunk = new Uint8Array(MEGABYTE / 2 + 1)
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(chunk)
        controller.enqueue(chunk)
        controller.close()
      },
    })
    const answer = await rig.call(tokens, { method: 'POST', headers: WRITE_HEADERS, body, duplex: 'half' })
    expect(answer.status).toBe(413)
    expect(rig.seen).toEqual([])
  })
})

describe('a write that isn’t an object in JSON', () => {
  const one = `${tokens}/${ACCOUNT}`
  const utf16 = Buffer.from('\ufeff{"name":"x"}', 'utf16le')
  test.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['half of one', '{'],
    ['words', 'nonsense'],
    ['a NUL', '\0'],
    ['one behind a byte order mark', '\ufeff{}'],
    ['two of them', '{}{}'],
    ['gzip', new Uint8Array(gzipSync('{}'))],
    ['UTF-16', new Uint8Array(utf16)],
    ['broken UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['null', 'null'],
    ['nothing', ''],
    ['a comment', '{/* */}'],
  ])('%s goes no further', async (_, body) => {
    for (const [method, path] of [
      ['POST', tokens],
      ['PUT', one],
    ] as const) {
      const answer = await rig.call(path, { method, headers: WRITE_HEADERS, body })
      expect([answer.status, (await firstError(answer))?.code]).toEqual([400, 90_400])
    }
    expect(rig.seen).toEqual([])
  })

  test('a body that says it is compressed goes no further either', async () => {
    const headers = { ...WRITE_HEADERS, 'content-encoding': 'gzip' }
    expect((await rig.call(tokens, { method: 'POST', headers, body: '{}' })).status).toBe(415)
    expect(rig.seen).toEqual([])
  })

  test('a delete and a roll need none, and what is one goes up letter by letter', async () => {
    expect((await rig.call(one, { method: 'DELETE', headers: WRITE_HEADERS })).status).toBe(200)
    expect((await rig.call(`${one}/value`, { method: 'PUT', headers: WRITE_HEADERS })).status).toBe(200)
    const body = ' { "name" : "\\u00e9", "unknown": 1e400 }\n'
    await rig.call(tokens, { method: 'POST', headers: WRITE_HEADERS, body })
    expect(rig.seen.at(-1)?.body).toBe(body)
  })
})
