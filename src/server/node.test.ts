import { once } from 'node:events'
import { rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { SECRET } from './testing/settings.ts'
import { builtServer } from './testing/built-server.ts'

const server = builtServer()
const { root, run, freePort } = server
beforeAll(server.build)
afterEach(server.stopAll)
afterAll(server.remove)

describe('a start that cannot work ends with one line and exit code 1', () => {
  const refusal = (reason: RegExp) => ({
    code: 1,
    out: '',
    err: expect.stringMatching(new RegExp(`^Token Desk cannot start: [^\n]*${reason.source}[^\n]*\n$`)),
  })

  test('the app is not built', async () => {
    rmSync(join(root, 'dist/client'), { recursive: true, force: true })
    expect(await run({}).exited).toEqual(refusal(/npm run build/))
  })

  test('a setting is wrong, in the environment or in .env', async () => {
    const fromEnvironment = run({ CLOUDFLARE_API_TOKEN: 'too-short-secret' }).exited
    writeFileSync(join(root, '.env'), 'CLOUDFLARE_API_TOKEN="also-too-short-secret"\n')
    const fromFile = run({}).exited
    for (const ended of await Promise.all([fromEnvironment, fromFile])) {
      expect(ended).toEqual(refusal(/CLOUDFLARE_API_TOKEN is too short/))
      expect(ended.err).not.toContain('secret')
    }
    rmSync(join(root, '.env'))
  })

  test('the command is unknown', async () => {
    expect(await run({}, 'sandbax').exited).toEqual(refusal(/"sandbax" is not a command/))
  })

  test('the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    expect(await run({ PORT: String(port) }, 'sandbox').exited).toEqual(refusal(new RegExp(`port ${port} is in use`)))
    other.close()
  })
})

describe('the built app', () => {
  beforeAll(server.writeClient)

  test('is served with its API, says how to go live, and stops when told to', async () => {
    const port = await freePort()
    const { child, printed, exited } = run({ PORT: String(port) })
    const origin = `http://127.0.0.1:${port}`
    const greeting = await printed('Ctrl+C')
    expect(greeting).toContain(origin)
    expect(greeting).toContain('Sandbox: simulated data')
    expect(greeting).toContain('CLOUDFLARE_API_TOKEN')
    expect(greeting).not.toContain('cfat_')

    const nonces: string[] = []
    for (const path of ['/', '/index.html', '/accounts/023e105f4ecef8ad9ca31a8372d0c353/tokens?page=2']) {
      const page = await fetch(origin + path)
      const policy = page.headers.get('content-security-policy') ?? ''
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      expect(nonce.length).toBeGreaterThan(20)
      expect(nonces).not.toContain(nonce)
      nonces.push(nonce)
      expect(policy).not.toContain('unsafe')
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types worker")
      expect(policy).toContain("worker-src 'self'")
      expect(await page.text()).toContain(`<title nonce="${nonce}">The page</title>`)
      expect(Object.fromEntries(page.headers)).toMatchObject({
        'content-type': expect.stringContaining('text/html'),
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      })
    }
    const script = await fetch(`${origin}/assets/index-abc.js`)
    expect(await script.text()).toContain('xxx')
    expect(Object.fromEntries(script.headers)).toMatchObject({
      'content-type': expect.stringContaining('javascript'),
      'cache-control': expect.stringContaining('immutable'),
      'content-encoding': 'gzip',
    })
    for (const path of [
      '/assets/old-abc.js',
      '/assets/gone',
      '/missing.png',
      '/..%2fserver/node.js',
      '/%2e%2e%2f%2e%2e%2fpackage.json',
    ]) {
      expect((await fetch(origin + path)).status).toBe(404)
    }
    const session = await fetch(`${origin}/api/session`)
    expect(await session.json()).toMatchObject({ success: true, result: { mode: 'sandbox' } })
    expect((await fetch(`${origin}/api/session`, { headers: { origin: 'https://evil.example' } })).status).toBe(403)

    child.kill('SIGTERM')
    const { code, out } = await exited
    expect(code).toBe(0)
    expect(out).toMatch(/method=GET path=\/api\/session status=200 ms=\d+ client=127\.0\.0\.1 id=\w+\n/)
  })

  test('told to stop, it finishes what is under way first', async () => {
    const port = await freePort()
    const { child, printed, exited } = run({ PORT: String(port), SANDBOX_LATENCY_MS: '600' })
    await printed('Ctrl+C')
    const account = '023e105f4ecef8ad9ca31a8372d0c353'
    // By "100 Continue" the server says that it has the request.
    const headers = { expect: '100-continue' }
    const asked = request(`http://127.0.0.1:${port}/api/v4/accounts/${account}/tokens`, { headers })
    const answer = once(asked, 'response')
    asked.flushHeaders()
    await once(asked, 'continue')
    child.kill('SIGTERM')
    asked.end()
    const [{ statusCode }] = await answer
    expect(statusCode).toBe(200)
    expect((await exited).code).toBe(0)
  })

  test.each([
    [{}, 'none in TRUSTED_PROXIES'],
    [{ TRUSTED_PROXIES: '10.0.0.0/8,127.0.0.1' }, 'Proxies     10.0.0.0/8, 127.0.0.1'],
  ])('says which proxies it believes: %j', async (settings, said) => {
    const { printed } = run({
      PORT: String(await freePort()),
      AUTH: 'sign-in',
      SESSION_SECRET: SECRET,
      PUBLIC_URL: 'https://desk.example',
      ...settings,
    })
    expect(await printed('Proxies')).toContain(said)
  })

  test('says in live mode where it goes, and never the token', async () => {
    const token = 'cfat_0123456789abcdefghijABCDEFGHIJ0123456789abcdef'
    const upstream = 'http://127.0.0.1:9/client/v4'
    const { printed } = run({
      PORT: String(await freePort()),
      CLOUDFLARE_API_TOKEN: token,
      CLOUDFLARE_API_BASE_URL: upstream,
    })
    const greeting = await printed('Accounts')
    expect(greeting).toContain('Live')
    expect(greeting).toContain(upstream)
    expect(greeting).not.toContain(token)
  })
})

describe('the sandbox alone', () => {
  test('demands the token it prints, and prints a call to copy', async () => {
    const port = await freePort()
    const out = await run({ PORT: String(port) }, 'sandbox').printed('curl')
    const token = /cfat_\w+/.exec(out)?.[0]
    const url = `http://127.0.0.1:${port}/client/v4/accounts`
    expect(out).toContain(`curl ${url} -H "Authorization: Bearer ${token}"`)
    expect((await fetch(url, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200)
    expect((await fetch(url)).ok).toBe(false)
  })

  test.each(['SANDBOX_TOKEN', 'SANDBOX_TOKEN_FILE'])('takes a token from %s and does not print it', async (name) => {
    const port = await freePort()
    const token = 'cfat_0123456789abcdefghijABCDEFGHIJ0123456789abcdef'
    writeFileSync(join(root, 'token'), `${token}\n`)
    const value = name === 'SANDBOX_TOKEN' ? token : 'token'
    const out = await run({ PORT: String(port), [name]: value }, 'sandbox').printed('curl')
    expect(out).not.toContain(token)
    const answer = await fetch(`http://127.0.0.1:${port}/client/v4/accounts`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.status).toBe(200)
  })
})
