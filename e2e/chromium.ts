import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/**
 * Where Debian and its relatives, and Google's own packages, put a Chromium. The one without a window
 * comes first: it takes little more than half the time.
 */
const SYSTEM_PATHS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]

/**
 * The browser to test with: the one `CHROMIUM_PATH` names, else Playwright's own, else the system's.
 * An empty string when there is none (yet).
 */
export function findChromium(): string {
  const candidates = [process.env.CHROMIUM_PATH ?? '', chromium.executablePath(), ...SYSTEM_PATHS]
  return candidates.find((path) => path !== '' && existsSync(path)) ?? ''
}
