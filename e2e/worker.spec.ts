import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { BEARER, freePort, ready, run } from './live.ts'
import { test } from './own-page.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const FOLDER = `${ROOT}dist/worker`
// The package for this platform has it; the install script of `workerd`, which package.json denies, would only link it.
const { default: WORKERD } = createRequire(import.meta.url)('workerd') as { default: string }

/** Replaces Workers' static assets: serves a folder's files, with the content types that browsers require. */
const ASSETS = `
const TYPES = { js: 'text/javascript', css: 'text/css', html: 'text/html', svg: 'image/svg+xml', txt: 'text/plain' }
export default {
  async fetch(request, env) {
    const { pathname } = new URL(request.url)
    const type = TYPES[pathname.split('.').pop()]
    const answer = type ? await env.FILES.fetch('http://files' + pathname) : new Response(null, { status: 404 })
    return answer.ok ? new Response(answer.body, { headers: { 'content-type': type } }) : new Response(null, { status: 404 })
  },
}`

/** Serves the built Worker in workerd, the runtime of Cloudflare Workers. */
async function serveWorker(vars: Record<string, string>, binding: { sessions: boolean } = { sessions: false }) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const name = `serve-${port}`
  const bindings = Object.entries({ PUBLIC_URL: url, ...vars }).map(
    ([key, value]) => `(name = ${JSON.stringify(key)}, text = ${JSON.stringify(value)})`,
  )
  writeFileSync(`${FOLDER}/assets.js`, ASSETS)
  writeFileSync(
    `${FOLDER}/${name}.capnp`,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      compatibilityDate = "2026-08-01",
      bindings = [(name = "ASSETS", service = "assets"), ${bindings.join(', ')}${binding.sessions ? ', (name = "SESSIONS", durableObjectNamespace = "Sessions")' : ''}],
      ${binding.sessions ? 'durableObjectNamespaces = [(className = "Sessions", uniqueKey = "sessions", enableSql = true)],\n      durableObjectStorage = (inMemory = void),' : ''}
    )),
    (name = "assets", worker = (
      modules = [(name = "assets.js", esModule = embed "assets.js")],
      compatibilityDate = "2026-08-01",
      bindings = [(name = "FILES", service = "files")],
    )),
    (name = "files", disk = (path = ${JSON.stringify(`${ROOT}dist/client`)})),
    (name = "internet", network = (allow = ["public", "private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);`,
  )
  const child = spawn(WORKERD, ['serve', `${FOLDER}/${name}.capnp`])
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  return { url, stop: () => child.kill(), printed: () => printed }
}

test('the app runs in the runtime of Workers, with its policy and its secret dialog @core', async ({
  page,
  accountId,
}) => {
  const worker = await serveWorker({})
  await ready(`${worker.url}/healthz`)
  await page.goto(`${worker.url}/accounts/${accountId}/tokens`)
  await expect(page.getByRole('row')).toHaveCount(21)
  await page.getByRole('link', { name: 'Create token' }).click()
  await page.getByLabel('Token name').fill('Invoices')
  await page.getByRole('radio', { name: 'Read billing' }).click()
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy this secret now' })).toBeVisible()

  const home = await fetch(`${worker.url}/accounts`)
  expect(home.headers.get('content-security-policy')).toContain("require-trusted-types-for 'script'")
  expect((await fetch(`${worker.url}/assets/none.js`)).status).toBe(404)
  expect((await fetch(`${worker.url}/api/session`, { headers: { origin: 'https://evil.example' } })).status).toBe(403)
  worker.stop()
})

test('a Worker with a shared token answers only what Access has signed @core', async () => {
  const [keyPort, apiPort] = [await freePort(), await freePort()]
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] })
  const keyServer = createServer((_, response) => response.setHeader('content-type', 'application/json').end(keys))
  keyServer.listen(keyPort, '127.0.0.1')
  const api = run(['sandbox'], { PORT: String(apiPort), SANDBOX_TOKEN: BEARER })
  const [team, audience] = [`http://127.0.0.1:${keyPort}`, 'a'.repeat(64)]
  const shared = { CLOUDFLARE_API_TOKEN: BEARER, CLOUDFLARE_API_BASE_URL: `http://127.0.0.1:${apiPort}/client/v4` }
  const worker = await serveWorker({ ...shared, ACCESS_TEAM_DOMAIN: team, ACCESS_AUD: audience })
  await ready(`${worker.url}/healthz`)
  await ready(`http://127.0.0.1:${apiPort}/client/v4/accounts`)

  const list = (headers: Record<string, string>) =>
    fetch(`${worker.url}/api/v4/accounts/${'a'.repeat(32)}/tokens`, { headers })
  expect((await list({})).status).toBe(403)
  const assertion = await new SignJWT({ email: 'ada@example.com' })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuedAt()
    .setIssuer(team)
    .setAudience(audience)
    .setExpirationTime('5 minutes')
    .sign(privateKey)
  expect((await list({ 'cf-access-jwt-assertion': assertion })).status).toBe(200)
  expect(worker.printed()).not.toContain(BEARER)

  // Without Access, the same token would be open to the internet.
  const open = await serveWorker(shared)
  await expect(async () => {
    const refusal = await fetch(`${open.url}/healthz`)
    expect([refusal.status, await refusal.text()]).toEqual([500, expect.stringContaining('ACCESS_TEAM_DOMAIN')])
  }).toPass({ timeout: 20_000 })
  open.stop()
  worker.stop()
  api.process.kill()
  keyServer.close()
})

test('who signs out of a Worker is signed out of all its isolates', async () => {
  const apiPort = await freePort()
  const api = run(['sandbox'], { PORT: String(apiPort), SANDBOX_TOKEN: BEARER })
  const worker = await serveWorker(
    {
      AUTH: 'sign-in',
      SESSION_SECRET: randomBytes(32).toString('base64'),
      CLOUDFLARE_API_BASE_URL: `http://127.0.0.1:${apiPort}/client/v4`,
    },
    { sessions: true },
  )
  await ready(`${worker.url}/healthz`)
  await ready(`http://127.0.0.1:${apiPort}/client/v4/accounts`)
  const account = '023e105f4ecef8ad9ca31a8372d0c353'
  const post = (path: string, body: unknown, cookie = '') =>
    fetch(worker.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-token-desk': '1', cookie },
      body: JSON.stringify(body),
    })
  const signIn = async () => {
    const answer = await post('/api/sign-in', { account_id: account, value: BEARER })
    return answer.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  }
  const status = async (cookie: string) =>
    (await fetch(`${worker.url}/api/v4/accounts/${account}/tokens`, { headers: { cookie } })).status

  const [first, second] = [await signIn(), await signIn()]
  expect([await status(first), await status(second)]).toEqual([200, 200])
  expect((await post('/api/sign-out', {}, first)).status).toBe(200)
  expect([await status(first), await status(second)]).toEqual([401, 200])
  const third = await signIn()
  expect((await post('/api/sign-out', { everywhere: true }, third)).status).toBe(200)
  expect([await status(second), await status(third), await status(await signIn())]).toEqual([401, 401, 200])
  expect(worker.printed()).not.toContain(BEARER)
  worker.stop()
  api.process.kill()
})
