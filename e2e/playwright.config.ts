import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { browser, launchOptions } from './browser.ts'

/** Chosen once by the first process; the workers inherit it. */
const port = (process.env.TOKEN_DESK_TEST_PORT ??= String(20_000 + Math.floor(Math.random() * 12_000)))
const baseURL = `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../dist/test-results',
  globalSetup: './global-setup.ts',
  globalTeardown: './log-setup.ts',
  fullyParallel: true,
  // One more than the cores, up to where the one server is busy: tests also wait, for answers that come late on purpose.
  workers: Math.min(availableParallelism(), 7) + 1,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only on retry must be fixed.
  retries: 0,
  // A busy machine takes three times as long as a quiet one.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../dist/reports/e2e.json' }]],
  use: {
    ...browser,
    baseURL,
    launchOptions: launchOptions(),
  },
  webServer: {
    // Saved, so that it can be searched for secrets at the end of the run.
    command: 'mkdir -p dist/reports && exec node dist/server/node.js > dist/reports/server.log',
    cwd: '..',
    url: `${baseURL}/api/session`,
    env: { PORT: port, CLOUDFLARE_API_TOKEN: '', CLOUDFLARE_ACCOUNT_ID: '', CLOUDFLARE_API_BASE_URL: '' },
    reuseExistingServer: false,
    stdout: 'ignore',
  },
})
