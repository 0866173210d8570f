import { playwright } from '@vitest/browser-playwright'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { browser, launchOptions } from './browser.ts'
import installChromium from './global-setup.ts'

// Before anything asks where it is: a fresh machine has none.
installChromium()

const { reducedMotion, timezoneId, locale, permissions } = browser

/** Tests of single components, in the browser of the end-to-end tests and with the app's own styles. */
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  plugins: [react()],
  envDir: false,
  // All of them at the start: one found later would have the page loaded anew in the middle of a test.
  optimizeDeps: {
    entries: ['src/app/**/*.browser.test.tsx'],
    include: [
      '@tanstack/react-virtual',
      'react',
      'react-dom/client',
      'react/jsx-dev-runtime',
      'react-hook-form',
      'react-lazy-with-preload',
      'vitest-browser-react',
    ],
  },
  test: {
    include: ['src/app/**/*.browser.test.tsx'],
    setupFiles: ['src/app/app.css'],
    reporters: ['default', 'json'],
    outputFile: { json: 'dist/reports/components.json' },
    // A busy machine takes many times as long as a quiet one.
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1000, height: 700 },
      provider: playwright({
        launchOptions: launchOptions(),
        contextOptions: { reducedMotion, timezoneId, locale, permissions: [...permissions] },
        actionTimeout: 15_000,
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
})
