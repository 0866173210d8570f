import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { createBuilder } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

const root = mkdtempSync(join(tmpdir(), 'token-desk-'))
const running: ChildProcess[] = []

beforeAll(async () => {
  const environments = { server: { build: { outDir: join(root, 'dist/server') } } }
  const builder = await createBuilder({ configFile: 'vite.config.ts', logLevel: 'error', environments })
  const { server } = builder.environments
  if (!server) throw new Error('vite.config.ts has no server environment')
  await builder.build(server)
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }')
}, 20_000)
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(root, { recursive: true }))

/** Starts the built server and collects what it prints. */
function run(env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, ['dist/server/node.js', ...args], { cwd: root, env })
  running.push(child)
  const output = { out: '', err: '' }
  child.stdout.on('data', (data) => (output.out += String(data)))
  child.stderr.on('data', (data) => (output.err += String(data)))
  const exited = once(child, 'exit').then(([code]) => ({ code: Number(code), ...output }))
  /** Waits until a text is printed, or fails with what was printed instead. */
  const printed = async (text: string) => {
    const ended = exited.then(() => true)
    while (!output.out.includes(text)) {
      if (await Promise.race([ended, once(child.stdout, 'data').then(() => false)])) throw new Error(output.err)
    }
    return output.out
  }
  return { child, exited, printed }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server's address is an object; only a pipe's is a string.
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

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
    expect(await run({ PORT: String(port) }, 'sandbox').exited).toEqual(refusal(new RegExp(`port ${port} is taken`)))
    other.close()
  })
})

describe('the built app', () => {
  beforeAll(() => {
    mkdirSync(join(root, 'dist/client/assets'), { recursive: true })
    writeFileSync(join(root, 'dist/client/index.html'), '<title nonce="__CSP_NONCE__">The page</title>')
    const script = `/* ${'x'.repeat(2000)} */`
    writeFileSync(join(root, 'dist/client/assets/index-abc.js'), script)
    writeFileSync(join(root, 'dist/client/assets/index-abc.js.gz'), gzipSync(script))
  })

  test('is served with its API, says how to go live, and stops when told to', async () => {
    const port = await freePort()
    const { child, printed, exited } = run({ PORT: String(port) })
    const origin = `http://127.0.0.1:${port}`
    const greeting = await printed('Go live')
    expect(greeting).toContain(origin)
    expect(greeting).toContain('sandbox')
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
      expect(policy).toContain("require-trusted-types-for 'script'")
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
    await printed('Go live')
    const account = '023e105f4ecef8ad9ca31a8372d0c353'
    const answer = fetch(`http://127.0.0.1:${port}/api/v4/accounts/${account}/tokens`)
    await new Promise((resolve) => setTimeout(resolve, 200))
    child.kill('SIGTERM')
    expect((await answer).status).toBe(200)
    expect((await exited).code).toBe(0)
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
    expect(greeting).toContain('live')
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

  test('takes a token from SANDBOX_TOKEN and does not print it', async () => {
    const port = await freePort()
    const token = 'cfat_0123456789abcdefghijABCDEFGHIJ0123456789abcdef'
    const out = await run({ PORT: String(port), SANDBOX_TOKEN: token }, 'sandbox').printed('curl')
    expect(out).not.toContain(token)
    const answer = await fetch(`http://127.0.0.1:${port}/client/v4/accounts`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.status).toBe(200)
  })
})
