import { mkdtempSync, rmSync } from 'node:fs'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

let vite: ViteDevServer
let origin: string
const cacheDir = mkdtempSync(join(tmpdir(), 'token-desk-vite-'))

beforeAll(async () => {
  // The plugin is off in test runs.
  vi.stubEnv('VITEST', undefined)
  // A variable that is set, even to an empty text, is not read from a developer's .env.
  for (const name of ['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_ACCOUNT_ID', 'AUTH', 'PUBLIC_URL']) vi.stubEnv(name, '')
  const port = await freePort()
  vite = await createServer({
    configFile: 'vite.config.ts',
    cacheDir,
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { host: '127.0.0.1', port, strictPort: true, watch: null },
  })
  await vite.listen()
  origin = `http://127.0.0.1:${port}`
})

afterAll(async () => {
  await vite.close()
  rmSync(cacheDir, { recursive: true })
  vi.unstubAllEnvs()
})

async function freePort(): Promise<number> {
  const server = createHttpServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // The address of a TCP server is an object.
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

test.each(['/', '/accounts/0a/tokens', '/src/app/main.tsx', '/api/session', '/api/nothing'])(
  'no other site can frame or read %s of the development server',
  async (path) => {
    const { headers } = await fetch(origin + path)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-frame-options': 'DENY',
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  },
)

test('it serves the app and its server', async () => {
  expect(await (await fetch(origin)).text()).toContain('/@vite/client')
  expect(await (await fetch(`${origin}/api/session`)).json()).toMatchObject({ result: { mode: 'sandbox' } })
})
