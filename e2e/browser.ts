import { findChromium } from './chromium.ts'

/** The browser of every run: one place, one language, its clipboard open. */
export const browser = {
  reducedMotion: 'reduce',
  timezoneId: 'Europe/Lisbon',
  locale: 'en-GB',
  permissions: ['clipboard-read', 'clipboard-write'],
  // Without pictures, which took a quarter of the time; the trace holds the page itself at each step.
  trace: { mode: 'retain-on-failure', screenshots: false },
} as const

export const launchOptions = (...more: string[]) => ({
  ...(findChromium() && { executablePath: findChromium() }),
  // Root has no sandbox to drop into; the other flags keep Chromium from calling home.
  args: [
    '--no-sandbox',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...more,
  ],
})
