import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBuilder } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DEFAULT_ACCOUNT_ID } from '#server/sandbox/seed.ts'
import { BEARER, startSandbox, type RunningSandbox } from '#server/testing/start-sandbox.ts'

const folder = mkdtempSync(join(tmpdir(), 'token-desk-cli-'))
let sandbox: RunningSandbox

beforeAll(async () => {
  const environments = { cli: { build: { outDir: join(folder, 'dist') } } }
  const builder = await createBuilder({ configFile: 'vite.config.ts', logLevel: 'error', environments })
  const { cli } = builder.environments
  if (!cli) throw new Error('vite.config.ts has no cli environment')
  await builder.build(cli)
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  sandbox = await startSandbox()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await sandbox.close()
})

/** Runs the built command as a process, without any package beside it. */
async function run(args: string[], { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {}) {
  const child = spawn(process.execPath, ['dist/token-desk.js', ...args], { cwd: folder, env })
  const printed = { out: '', err: '' }
  child.stdout.on('data', (data) => (printed.out += String(data)))
  child.stderr.on('data', (data) => (printed.err += String(data)))
  child.stdin.end(input)
  const [code] = (await once(child, 'close')) as [number]
  return { code, ...printed }
}

const live = () => ({ CLOUDFLARE_API_TOKEN: BEARER, CLOUDFLARE_API_BASE_URL: sandbox.baseUrl })

test('the built command judges an account over HTTP, and exits with 1 when something is urgent', async () => {
  const args = ['findings', '--account', DEFAULT_ACCOUNT_ID, '--fail-on', 'act-now']
  const { code, out, err } = await run(args, { env: live() })
  expect([code, err]).toEqual([1, ''])
  expect(out).toMatch(/^7 tokens need you today\n/)
  expect(out).not.toContain('\u001B')
})

test('the token may come from a file, and settings from .env', async () => {
  writeFileSync(join(folder, 'secret'), `${BEARER}\n`)
  writeFileSync(join(folder, '.env'), `CLOUDFLARE_ACCOUNT_ID=${DEFAULT_ACCOUNT_ID}\n`)
  const env = { CLOUDFLARE_API_TOKEN_FILE: 'secret', CLOUDFLARE_API_BASE_URL: sandbox.baseUrl }
  const { code, out } = await run(['findings', '--format', 'json'], { env })
  rmSync(join(folder, '.env'))
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ version: 1, account_id: DEFAULT_ACCOUNT_ID })
})

test('standard input is a file like another, and what is refused prints no report', async () => {
  const account = ['--account', 'a'.repeat(32)]
  const whole = await run(['findings', '--file', '-', ...account], { input: '[{"id":"1","name":"one","policies":[]}]' })
  expect([whole.code, whole.out]).toEqual([0, expect.stringContaining('one  N1 Can do nothing')])
  const half = await run(['findings', '--file', '-', ...account], { input: '[{"id":"1","na' })
  expect(half).toEqual({ code: 2, out: '', err: expect.stringContaining('not JSON') })
  const refused = await run(['findings', ...account], { env: { ...live(), CLOUDFLARE_API_TOKEN: 'u'.repeat(40) } })
  expect(refused).toEqual({ code: 3, out: '', err: 'token-desk findings: HTTP 403: Invalid access token (9109)\n' })
  const nobody = { ...live(), CLOUDFLARE_API_BASE_URL: 'http://127.0.0.1:9/client/v4' }
  expect((await run(['findings', ...account], { env: nobody })).code).toBe(3)
  expect(await run(['audit'])).toMatchObject({ code: 2, out: '' })
  expect((await run(['findings', '--help'])).out).toMatch(/^Usage: token-desk findings/)
})

test('5,000 tokens in a file are judged before long', async () => {
  const tokens = Array.from({ length: 5000 }, (_, at) => ({
    id: String(at).padStart(32, '0'),
    name: `token ${at}`,
    status: 'active',
    issued_on: '2026-01-01T00:00:00Z',
    last_used_on: '2026-11-20T00:00:00Z',
    policies: Array.from({ length: 20 }, (_, policy) => ({
      effect: policy % 7 === 6 ? 'deny' : 'allow',
      permission_groups: [{ id: '4755a26eedb94da69e1066d98aa820be', name: 'DNS Write' }],
      resources: { [`com.cloudflare.api.account.zone.${String((at + policy) % 500).padStart(32, '0')}`]: '*' },
    })),
  }))
  const input = JSON.stringify({ account_id: 'a'.repeat(32), tokens })
  const { code, out } = await run(['findings', '--file', '-', '--format', 'sarif', '--now', '2026-11-27T00:00:00Z'], {
    input,
  })
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ version: '2.1.0' })
})
