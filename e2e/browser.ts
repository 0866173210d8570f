import { findChromium } from './chromium.ts'

/** The browser of every run: fixed locale and time zone, clipboard allowed. */
export const browser = {
  reducedMotion: 'reduce',
  timezoneId: 'Europe/Lisbon',
  locale: 'en-GB',
  permissions: ['clipboard-read', 'clipboard-write'],
  // It took an eighth of the time. A test that fails tells what the page held, and `--trace on` records one.
  trace: 'off',
} as const

export const launchOptions = (...more: string[]) => ({
  ...(findChromium() && { executablePath: findChromium() }),
  // Chromium's sandbox does not work as root. The other flags keep it from contacting Google.
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...more,
  ],
})
