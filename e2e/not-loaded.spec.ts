import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from '@playwright/test'
import { freePort, ready, run } from './live.ts'
import { test } from './own-page.ts'

const BUILT = fileURLToPath(new URL('../dist/', import.meta.url))

test('a page whose code does not load says so in its empty frame', async ({ page, accountId }, testInfo) => {
  // A build of which the largest file is missing.
  const folder = testInfo.outputPath('built')
  for (const part of ['client', 'server']) cpSync(join(BUILT, part), join(folder, part), { recursive: true })
  const assets = join(folder, 'client/assets')
  for (const name of readdirSync(assets)) if (name.startsWith('start-')) rmSync(join(assets, name))

  const port = await freePort()
  const server = run([], { PORT: String(port) }, join(folder, 'server/node.js'))
  try {
    await ready(`http://127.0.0.1:${port}/healthz`)
    await page.goto(`http://127.0.0.1:${port}/accounts/${accountId}/tokens`)
    await expect(page.getByRole('alert')).toHaveText(/^Token Desk could not be loaded/)
  } finally {
    server.process.kill()
  }
})
