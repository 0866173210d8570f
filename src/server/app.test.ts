import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { type AppEnv } from './proxy/app-env.ts'
import { failure } from './proxy/envelope.ts'
import { firstError, WRITE_HEADERS } from './testing/proxy-rig.ts'

const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'
const TOKEN = 'ed17574386854bf78a67040be0a770b0'

type App = Hono<AppEnv>

/** Serves an app on a free port, which the app has to know. */
async function listening(create: (port: number) => App) {
  let app: App
  const { server, port } = await new Promise<{ server: ReturnType<typeof serve>; port: number }>((resolve) => {
    const fetch: Parameters<typeof serve>[0]['fetch'] = (request, bindings) => app.fetch(request, bindings)
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1', overrideGlobalObjects: false }, ({ port }) =>
      resolve({ server, port }),
    )
  })
  app = create(port)
  return {
    call: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init),
    close: () => server.close(),
  }
}

const sandboxConfig = (port: number) => ({ mode: 'sandbox' as const, host: '127.0.0.1', port, latencyMs: 0 })

describe('in sandbox mode', () => {
  const lines: string[] = []
  let app: Awaited<ReturnType<typeof listening>>
  beforeAll(async () => {
    app = await listening((port) => createApp({ config: sandboxConfig(port), log: (line) => lines.push(line) }))
  })
  afterAll(() => void app.close())

  test('the session knows the account and the sandbox’s credential, and keeps the secret to itself', async () => {
    const text = await (await app.call('/api/session')).text()
    expect(JSON.parse(text)).toMatchObject({
      result: {
        mode: 'sandbox',
        accounts: expect.arrayContaining([{ id: ACCOUNT, name: expect.any(String) }]),
        accounts_problem: null,
        credential: { account_id: ACCOUNT, status: 'active' },
        credential_problem: null,
      },
    })
    expect(text).not.toContain('cfat_')
  })

  test('the proxy works on the sandbox as on the API', async () => {
    const list = await app.call(`/api/v4/accounts/${ACCOUNT}/tokens?per_page=5`)
    expect(await list.json()).toMatchObject({ success: true, result_info: { per_page: 5 } })
    const path = `/api/v4/accounts/${ACCOUNT}/tokens/${TOKEN}`
    expect(await (await app.call(path)).json()).toMatchObject({ result: { id: TOKEN, name: 'readonly token' } })
  })

  test('a rolled secret can be verified, and the one before cannot', async () => {
    const account = 'd'.repeat(32)
    // The sandbox answers like the API, whose list holds tokens and whose roll is the bare secret.
    const listed = (await (await app.call(`/api/v4/accounts/${account}/tokens?per_page=5`)).json()) as {
      result: { id: string }[]
    }
    const roll = async () => {
      const path = `/api/v4/accounts/${account}/tokens/${listed.result[0]?.id}/value`
      const answer = await app.call(path, { method: 'PUT', headers: WRITE_HEADERS, body: '{}' })
      return ((await answer.json()) as { result: string }).result
    }
    const verify = async (value: string) => {
      const body = JSON.stringify({ account_id: account, value })
      return (await app.call('/api/verify', { method: 'POST', headers: WRITE_HEADERS, body })).status
    }
    const first = await roll()
    expect(await verify(first)).toBe(200)
    const second = await roll()
    expect([await verify(first), await verify(second)]).toEqual([401, 200])
    expect(lines.join('\n')).not.toContain('cfat_')
  })

  test('its controls are there, for programs and for our own pages only', async () => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"nonsense":true}' }
    const path = `/api/sandbox/${ACCOUNT}/faults`
    expect((await app.call(path, init)).status).not.toBe(404)
    const foreign = { ...init, headers: { ...init.headers, origin: 'https://evil.example' } }
    expect((await app.call(path, foreign)).status).toBe(403)
    expect((await app.call(path, { ...init, headers: { 'content-type': 'text/plain' } })).status).toBe(415)
    expect((await app.call('/api/sandbox/nothing/at/all')).status).toBe(404)
  })
})

test('a connection the sandbox drops is a failed connection', async () => {
  const sandbox = { token: 'x', control: new Hono(), fetch: () => Promise.reject(new Error('dropped')) }
  const app = await listening((port) => createApp({ config: sandboxConfig(port), sandbox }))
  const answer = await app.call(`/api/v4/accounts/${ACCOUNT}/tokens`, {
    method: 'POST',
    headers: WRITE_HEADERS,
    body: '{}',
  })
  app.close()
  expect(answer.status).toBe(502)
  expect((await firstError(answer))?.message).toContain('is unknown')
})

test('a mistake of our own is answered in the envelope, and the log tells where but not what', async () => {
  const lines: string[] = []
  const control = new Hono().get('/broken', () => {
    throw new TypeError('a secret in a message')
  })
  const sandbox = { token: 'x', control, fetch: () => Promise.resolve(failure(500, 'unused')) }
  const app = await listening((port) =>
    createApp({ config: sandboxConfig(port), sandbox, log: (line) => lines.push(line) }),
  )
  const answer = await app.call('/api/sandbox/broken')
  app.close()
  expect(answer.status).toBe(500)
  expect((await firstError(answer))?.code).toBe(90_500)
  expect(lines[0]).toMatch(/ event=error kind=TypeError at=.*app\.test\.ts/)
  expect(lines.join('\n')).not.toContain('secret')
})
