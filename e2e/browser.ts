import { findChromium } from './chromium.ts'

/** The browser of every run: fixed locale and time zone, clipboard allowed. */
export const browser = {
  reducedMotion: 'reduce',
  timezoneId: 'Europe/Lisbon',
  locale: 'en-GB',
  permissions: ['clipboard-read', 'clipboard-write'],
  // Screenshots took a quarter of the time; the trace has the page's DOM at each step.
  trace: { mode: 'retain-on-failure', screenshots: false },
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
