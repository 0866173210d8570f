import { defineConfig } from '@playwright/test'
import { findChromium } from './chromium.ts'

/** Chosen once by the first process; the workers that Playwright starts inherit it. */
const port = (process.env.TOKEN_DESK_TEST_PORT ??= String(20_000 + Math.floor(Math.random() * 12_000)))
const baseURL = `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../dist/test-results',
  globalSetup: './global-setup.ts',
  globalTeardown: './log-setup.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes on the second try is a test to mend.
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../dist/reports/e2e.json' }]],
  use: {
    baseURL,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Lisbon',
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
    // Without pictures, which took a quarter of the time; the trace holds the page itself at each step.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      ...(findChromium() && { executablePath: findChromium() }),
      // Root has no sandbox to drop into; the other flags keep Chromium from calling home.
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // Kept, so that the end of the run can search it for secrets.
    command: 'mkdir -p dist/reports && exec node dist/server/node.js > dist/reports/server.log',
    cwd: '..',
    url: `${baseURL}/api/session`,
    env: { PORT: port, CLOUDFLARE_API_TOKEN: '', CLOUDFLARE_ACCOUNT_ID: '', CLOUDFLARE_API_BASE_URL: '' },
    reuseExistingServer: false,
    stdout: 'ignore',
  },
})
