import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { builtServer } from './testing/built-server.ts'

const server = builtServer()
const { root, run, freePort } = server
beforeAll(async () => {
  await server.build()
  server.writeClient()
})
afterEach(server.stopAll)
afterAll(server.remove)

/** Whether a server answers there. */
const answers = (origin: string) =>
  fetch(`${origin}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  )

describe('however the process ends, each write has left its trace', () => {
  const account = '023e105f4ecef8ad9ca31a8372d0c353'
  const headers = { 'content-type': 'application/json', 'x-token-desk': '1' }

  /** A server with a pending write, answered after this time. */
  async function writing(delayMs: number) {
    const port = await freePort()
    const server = run({ PORT: String(port) })
    await server.printed('Ctrl+C')
    const origin = `http://127.0.0.1:${port}`
    const fault = JSON.stringify({ method: 'POST', path: '/tokens', delayMs })
    const armed = await fetch(`${origin}/api/sandbox/${account}/faults`, { method: 'POST', headers, body: fault })
    expect(armed.ok).toBe(true)
    const controller = new AbortController()
    const answer = fetch(`${origin}/api/v4/accounts/${account}/tokens`, {
      method: 'POST',
      headers,
      body: '{}',
      signal: controller.signal,
    })
    answer.catch(() => {})
    await server.printed('outcome=asked')
    return { ...server, origin, answer, leave: () => controller.abort() }
  }

  test.each([['SIGTERM'], ['SIGINT'], ['SIGHUP'], ['SIGQUIT'], ['SIGUSR2']] as const)(
    '%s waits for it',
    async (signal) => {
      const { child, exited, answer } = await writing(400)
      child.kill(signal)
      expect((await answer).status).toBe(400)
      const { code, out } = await exited
      expect([code, out.includes('outcome=failed status=400')]).toEqual([0, true])
    },
  )

  test('also when it takes longer than reads may', async () => {
    const { child, exited, answer } = await writing(6_500)
    child.kill('SIGTERM')
    expect((await answer).status).toBe(400)
    expect((await exited).code).toBe(0)
  })

  test('also when the client has gone', async () => {
    const { child, exited, leave } = await writing(600)
    leave()
    child.kill('SIGTERM')
    const { code, out } = await exited
    expect([code, out.includes('outcome=failed status=400')]).toEqual([0, true])
  })

  test('a second signal gives it up, and says so', async () => {
    const { child, exited, origin } = await writing(20_000)
    child.kill('SIGTERM')
    // It takes no more connections: the first signal has come.
    await expect.poll(() => answers(origin)).toBe(false)
    child.kill('SIGTERM')
    const { code, out } = await exited
    expect([code, /event=audit .* outcome=unknown client=\S+ id=\w+\n$/.test(out)]).toEqual([1, true])
  })

  test('what kills it at once leaves the line that was written before', async () => {
    const { child, exited } = await writing(20_000)
    child.kill('SIGKILL')
    const { out } = await exited
    expect(out.match(/event=audit .* outcome=\w+/g)).toEqual([expect.stringContaining('outcome=asked')])
  })
})

test('goes on without a reader of its log; with nowhere left to write, it passes no change on', async () => {
  const port = await freePort()
  const { child, printed } = run({ PORT: String(port) })
  await printed('Ctrl+C')
  const list = () => fetch(`http://127.0.0.1:${port}/api/v4/accounts/023e105f4ecef8ad9ca31a8372d0c353/tokens`)
  const write = () =>
    fetch(`http://127.0.0.1:${port}/api/v4/accounts/023e105f4ecef8ad9ca31a8372d0c353/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-token-desk': '1' },
      body: '{}',
    })
  let told = ''
  child.stderr.on('data', (data) => (told += String(data)))
  child.stdout.destroy()
  for (let count = 0; count < 3; count += 1) expect((await list()).status).toBe(200)
  expect((await write()).status).toBe(400)
  await expect.poll(() => told).toContain('outcome=failed')
  child.stderr.destroy()
  for (let count = 0; count < 3; count += 1) expect((await list()).status).toBe(200)
  expect((await write()).status).toBe(503)
  expect(child.exitCode).toBeNull()
})

test('opens no debugger, whatever signal it gets', async () => {
  const { child, printed, errors } = run({ PORT: String(await freePort()) })
  await printed('Ctrl+C')
  child.kill('SIGUSR1')
  child.kill('SIGTERM')
  await once(child, 'exit')
  expect(errors()).not.toContain('Debugger')
})

test('is stopped by the signal that stops `npm start`', async () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
  const folder = mkdtempSync(join(tmpdir(), 'token-desk-npm-'))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', scripts: { start: scripts['start'] } }))
  symlinkSync(join(root, 'dist'), join(folder, 'dist'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = { PATH: process.env['PATH'], PORT: String(port), HOME: folder }
  const npm = spawn('npm', ['start'], { cwd: folder, env })
  server.own(npm)
  await expect.poll(() => answers(origin)).toBe(true)
  npm.kill('SIGTERM')
  await once(npm, 'exit')
  await expect.poll(() => answers(origin)).toBe(false)
  rmSync(folder, { recursive: true })
})
