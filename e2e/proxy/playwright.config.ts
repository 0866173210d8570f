import { defineConfig } from '@playwright/test'
import { browser, launchOptions } from '../browser.ts'
import type { DeskOptions } from './desk.ts'
import { HOST, PROXIES, type ProxyName } from './proxies.ts'

/** Tests the app behind real reverse proxies, with the configurations of docs/reverse-proxy: one project each. */
export default defineConfig<DeskOptions>({
  testDir: '.',
  testMatch: '*.proxied.ts',
  outputDir: '../../dist/test-results-proxy',
  globalSetup: './proxy-setup.ts',
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../../dist/reports/proxy.json' }]],
  // `Object.keys` has no typed keys.
  projects: (Object.keys(PROXIES) as ProxyName[]).map((name) => ({ name, use: { proxyName: name } })),
  use: {
    ...browser,
    ignoreHTTPSErrors: true,
    launchOptions: launchOptions(`--host-resolver-rules=MAP ${HOST} 127.0.0.1`),
  },
})
