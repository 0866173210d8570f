import { defineConfig } from '@playwright/test'
import { browser, launchOptions } from '../browser.ts'
import type { DeskOptions } from './desk.ts'
import { HOST, PROXIES, type ProxyName } from './proxies.ts'

/** The app behind real reverse proxies, with the configurations that docs/reverse-proxy shows: one project for each. */
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
  // The keys of an object are its own names.
  projects: (Object.keys(PROXIES) as ProxyName[]).map((name) => ({ name, use: { proxyName: name } })),
  use: {
    ...browser,
    permissions: [...browser.permissions],
    ignoreHTTPSErrors: true,
    launchOptions: launchOptions(`--host-resolver-rules=MAP ${HOST} 127.0.0.1`),
  },
})
