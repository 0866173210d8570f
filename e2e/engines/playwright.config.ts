import { defineConfig } from '@playwright/test'
import type { EngineOptions } from './fixtures.ts'

/**
 * A short journey in Firefox and in WebKit. Playwright runs it, but does not drive them: it would want browsers of
 * its own build.
 */
export default defineConfig<object, EngineOptions>({
  testDir: '.',
  testMatch: '*.smoke.ts',
  outputDir: '../../dist/test-results-engines',
  globalSetup: './engines-setup.ts',
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../../dist/reports/engines.json' }]],
  projects: [
    { name: 'firefox', use: { engineName: 'firefox' } },
    { name: 'webkit', use: { engineName: 'webkit' } },
  ],
})
