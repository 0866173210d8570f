import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HOSTILE, request, write } from './testing/hostile-requests.ts'
import { CREDENTIAL, OK, startWireRig, type WireRig } from './testing/wire-rig.ts'

let rig: WireRig
beforeAll(async () => void (rig = await startWireRig()))
afterAll(() => rig.stop())
beforeEach(() => rig.reset())

describe.each(Object.entries(HOSTILE))('%s', (_, rows) => {
  test.each(rows)('%s', async (_, shape, statuses) => {
    const text = await rig.send(request(rig.port, shape))
    const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1])
    expect(statuses).toContain(status)
    if (status !== 200) {
      expect(rig.seen).toEqual([])
      expect(text).toContain('"success":false')
    }
    expect(text).not.toMatch(/access-control-allow|set-cookie|x-powered-by/i)
    expect(text + rig.lines.join('\n')).not.toContain(CREDENTIAL)
    expect(rig.lines.join('\n')).not.toMatch(/evil|passwd/)
  })
})

test('the table has at least eighty rows', () => {
  expect(Object.values(HOSTILE).flat().length).toBeGreaterThanOrEqual(80)
})

describe('what goes along to the API', () => {
  test('of all headers only those that are named', async () => {
    await rig.send(
      request(rig.port, {
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
    expect(rig.seen).toHaveLength(1)
    const headers = rig.seen[0]?.headers ?? {}
    expect(headers['authorization']).toBe(`Bearer ${CREDENTIAL}`)
    expect(JSON.stringify(headers)).not.toMatch(/evil|192\.0\.2|a=b|trailers|override/i)
  })

  test('keys of a prototype in a body are the API’s to judge, and change nothing here', async () => {
    const text = await rig.send(
      request(rig.port, write({ body: '{"__proto__": {"polluted": true}, "constructor": {}}' })),
    )
    expect(text).toContain('HTTP/1.1 200')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

// Made before: the server does not wait for that.
const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32))

describe('an API that is not itself', () => {
  const json = { 'content-type': 'application/json' }
  test.each<[string, (outgoing: ServerResponse) => void, number]>([
    ['a redirect to another host', (out) => out.writeHead(302, { location: 'http://evil.example/' }).end(OK), 502],
    ['HTML', (out) => out.writeHead(200, { 'content-type': 'text/html' }).end('<h1>evil</h1>'), 502],
    ['JSON that is no envelope', (out) => out.writeHead(200, json).end('{"evil":1}'), 502],
    ['a success that says it is none', (out) => out.writeHead(200, json).end('{"success":false,"errors":[]}'), 502],
    ['a gzip bomb', (out) => out.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(BOMB), 502],
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
    rig.answer = play
    const text = await rig.send(request(rig.port, {}))
    expect(text).toContain(`HTTP/1.1 ${status}`)
    expect(text).toContain('"success":false')
    expect(text).not.toContain('evil')
  })

  test('cookies and headers of its own stay here', async () => {
    rig.answer = (out) =>
      out
        .writeHead(200, {
          ...json,
          'set-cookie': 'evil=1',
          'access-control-allow-origin': '*',
          server: 'evil',
          link: '<evil>',
        })
        .end(OK)
    const text = await rig.send(request(rig.port, {}))
    expect(text).toContain('HTTP/1.1 200')
    expect(text).not.toMatch(/evil|access-control/)
  })
})
