import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ACCOUNT, firstError, ok, type Rig, SECRET, startRig, WRITE_HEADERS } from '#server/testing/proxy-rig.ts'

let rig: Rig
beforeAll(async () => void (rig = await startRig()))
afterAll(() => rig.close())
beforeEach(() => rig.answerWith(() => ok([])))

const tokens = `/api/v4/accounts/${ACCOUNT}/tokens`

describe('a token for all users is for this machine only', () => {
  test.each([
    ['X-Forwarded-For', '192.0.2.1'],
    ['X-Forwarded-For', ''],
    ['X-Forwarded-Proto', 'https'],
    ['X-Forwarded-Host', 'desk.example'],
    ['X-Forwarded-Server', 'proxy'],
    ['Forwarded', 'for=192.0.2.1'],
    ['Via', '1.1 proxy'],
    ['X-Real-IP', '192.0.2.1'],
    ['X-Original-URL', '/'],
    ['CF-Connecting-IP', '192.0.2.1'],
    ['CF-Ray', '8f0a1b2c3d4e5f60-FRA'],
    ['Cf-Access-Jwt-Assertion', 'a.b.c'],
    ['True-Client-IP', '192.0.2.1'],
    ['Tailscale-User-Login', 'ada@example.com'],
  ])('with %s: "%s" it is refused, with the reason', async (name, value) => {
    for (const [path, init] of [
      [tokens, {}],
      ['/api/session', {}],
      [tokens, { method: 'POST', body: '{}' }],
      ['/api/verify', { method: 'POST', body: '{}' }],
    ] as const) {
      const answer = await rig.call(path, { ...init, headers: { ...WRITE_HEADERS, [name]: value } })
      expect(answer.status).toBe(403)
      expect((await firstError(answer))?.message).toMatch(/one token for all users.*proxy.*AUTH=sign-in.*ACCESS_AUD/)
    }
    expect(rig.seen).toEqual([])
  })

  test('what only a proxy still speaks is refused', async () => {
    const text = await new Promise<string>((resolve) => {
      const socket = connect(rig.port, '127.0.0.1', () =>
        socket.write(`GET ${tokens} HTTP/1.0\r\nHost: 127.0.0.1:${rig.port}\r\n\r\n`),
      )
      let said = ''
      socket.on('data', (chunk) => (said += String(chunk)))
      socket.on('close', () => resolve(said))
    })
    expect(text).toContain(' 403 ')
    expect(text).toContain('HTTP/1.0')
    expect(rig.seen).toEqual([])
  })

  test('the host has to be one of this machine’s, whatever PUBLIC_URL says', async () => {
    const open = await startRig({ publicOrigin: 'https://desk.example' })
    open.answerWith(() => ok([]))
    const status = await new Promise((resolve) => {
      const socket = connect(open.port, '127.0.0.1', () =>
        socket.write(`GET ${tokens} HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n`),
      )
      socket.once('data', (chunk) => resolve(/ (\d{3}) /.exec(String(chunk))?.[1]))
    })
    expect([status, open.seen.length]).toEqual(['403', 0])
    open.close()
  })
})

test('behind Access the same headers are no reason to refuse anything but a missing assertion', async () => {
  const access = { teamDomain: 'http://127.0.0.1:9', audience: 'a'.repeat(64) }
  const behind = await startRig({ access })
  const answer = await behind.call(tokens, { headers: { 'x-forwarded-for': '192.0.2.1' } })
  expect((await firstError(answer))?.message).toContain('Access')
  behind.close()
})

const elsewhere = Object.values(networkInterfaces())
  .flat()
  .find((one) => one && one.family === 'IPv4' && !one.internal)?.address

test.skipIf(!elsewhere)('another machine is refused, whatever Host it names', async () => {
  const { createServer } = await import('node:http')
  const { getRequestListener } = await import('@hono/node-server')
  const { createApp } = await import('#server/app.ts')
  const config = { mode: 'live' as const, host: '127.0.0.1', port: 5173, upstream: 'http://127.0.0.1:9', token: SECRET }
  const app = createApp({ config: { ...config, accountIds: [] } })
  const server = createServer(getRequestListener((request, bindings) => app.fetch(request, bindings)) as never)
  await new Promise<void>((resolve) => server.listen(0, elsewhere, resolve))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const text = await new Promise<string>((resolve) => {
    const socket = connect(port, elsewhere ?? '', () =>
      socket.write(`GET ${tokens} HTTP/1.1\r\nHost: 127.0.0.1:5173\r\nConnection: close\r\n\r\n`),
    )
    let said = ''
    socket.on('data', (chunk) => (said += String(chunk)))
    socket.on('close', () => resolve(said))
  })
  server.close()
  expect(text).toContain('came from another one')
})
