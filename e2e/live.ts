import { spawn, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { test as base } from './own-page.ts'

export { expect } from '@playwright/test'

const SERVER = fileURLToPath(new URL('../dist/server/node.js', import.meta.url))
export const BEARER = `cfat_${'l'.repeat(48)}`

export type Live = {
  /** The app in live mode. */
  appUrl: string
  /** The API in a process of its own. */
  apiUrl: string
  /** The output of both processes. */
  printed: () => string
}

/** Two processes: the API, and the app with a credential for it. */
export const test = base.extend<object, { live: Live }>({
  live: [
    async ({}, provide) => {
      const [apiPort, appPort] = [await freePort(), await freePort()]
      const apiUrl = `http://127.0.0.1:${apiPort}`
      const appUrl = `http://127.0.0.1:${appPort}`
      const api = run(['sandbox'], { PORT: String(apiPort), SANDBOX_TOKEN: BEARER })
      const app = run([], {
        PORT: String(appPort),
        CLOUDFLARE_API_TOKEN: BEARER,
        CLOUDFLARE_API_BASE_URL: `${apiUrl}/client/v4`,
      })
      await ready(`${apiUrl}/client/v4/accounts`)
      await ready(`${appUrl}/api/session`)
      await provide({ appUrl, apiUrl, printed: () => api.printed() + app.printed() })
      api.process.kill()
      app.process.kill()
    },
    { scope: 'worker' },
  ],
})

/**
 * Below what the system gives to connections, above the last one that browsers refuse, and apart from the ports of the
 * other workers.
 */
let nextPort = 11_000 + 1000 * Number(process.env['TEST_PARALLEL_INDEX'] ?? 8) + Math.floor(Math.random() * 500)

export async function freePort(): Promise<number> {
  const port = nextPort++
  const server = createServer()
  const isFree = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true))
  })
  await new Promise((resolve) => server.close(resolve))
  return isFree ? port : freePort()
}

type Run = { process: ChildProcess; printed: () => string }

export function run(args: string[], env: Record<string, string>, server = SERVER): Run {
  const child = spawn(process.execPath, [server, ...args], { env: { PATH: process.env['PATH'] ?? '', ...env } })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  return { process: child, printed: () => printed }
}

export async function ready(url: string): Promise<void> {
  await expect(async () => expect((await fetch(url)).status).toBeLessThan(500)).toPass({ timeout: 20_000 })
}
