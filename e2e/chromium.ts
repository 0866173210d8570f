import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/**
 * Where the packages of Debian and of Google install a Chromium. The headless shell comes first: it takes little more
 * than half the time.
 */
const SYSTEM_PATHS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/**
 * The browser for the tests: `CHROMIUM_PATH`, else Playwright's own, else the system's. Empty when there is none (yet).
 */
export function findChromium(): string {
  const candidates = [process.env.CHROMIUM_PATH ?? '', chromium.executablePath(), ...SYSTEM_PATHS]
  return candidates.find((path) => path !== '' && existsSync(path)) ?? ''
}
