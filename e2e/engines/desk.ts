import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort, ready } from '../live.ts'

export type Desk = {
  url: string
  /** An account with few tokens, and one of them. */
  accountId: string
  token: { id: string; name: string }
  /** How often each call has reached the server since then, such as `{ 'GET /api/session': 1 }`. */
  calls: () => Record<string, number>
  stop: () => Promise<void>
}

const BUILT = fileURLToPath(new URL('../../dist/', import.meta.url))

/** The built app on a port of its own. Its page keeps a list of what goes wrong in it: `seenErrors`. */
export async function startDesk(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'token-desk-engines-'))
  for (const part of ['client', 'server']) cpSync(join(BUILT, part), join(folder, part), { recursive: true })
  const index = join(folder, 'client/index.html')
  writeFileSync(index, readFileSync(index, 'utf8').replace('<head>', '<head><script src="/assets/watch.js"></script>'))
  writeFileSync(join(folder, 'client/assets/watch.js'), WATCH_ERRORS)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [join(folder, 'server/node.js')], {
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let log = ''
  server.stdout.setEncoding('utf8').on('data', (text: string) => (log += text))
  await ready(`${url}/api/session`)

  const accountId = randomUUID().replaceAll('-', '')
  await fetch(`${url}/api/sandbox/${accountId}/scenario`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Token-Desk': '1' },
    body: JSON.stringify({ tokens: 10 }),
  })
  const list = await fetch(`${url}/api/v4/accounts/${accountId}/tokens`)
  const { result } = (await list.json()) as { result: [Desk['token']] }
  const before = log.length
  return {
    url,
    accountId,
    token: result[0],
    calls: () => countCalls(log.slice(before)),
    stop: async () => {
      const ended = once(server, 'exit')
      server.kill()
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

/** Neither driver tells what a page writes to the console, so the page does, from its first line on. */
const WATCH_ERRORS = `
  window.seenErrors = []
  const see = (text) => window.seenErrors.push(String(text))
  addEventListener('error', ({ message, target }) => {
    if (message !== undefined) see(message)
    // Of what is only preloaded, Firefox also reports what was there already.
    else if (target.matches('script, [rel=stylesheet]')) see('not loaded: ' + target.outerHTML)
  }, true)
  addEventListener('unhandledrejection', (event) => see(event.reason))
  addEventListener('securitypolicyviolation', (event) => see(event.violatedDirective + ' ' + event.blockedURI))
  const { error } = console
  console.error = (...words) => {
    see(words.join(' '))
    error(...words)
  }
`

function countCalls(log: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const [, method, path] of log.matchAll(/ event=request method=(\S+) path=(\S+)/g)) {
    const call = `${method} ${path}`
    counts[call] = (counts[call] ?? 0) + 1
  }
  return counts
}
