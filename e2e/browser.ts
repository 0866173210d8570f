import { findChromium } from './chromium.ts'

/** The browser of every run: fixed locale and time zone, clipboard allowed. */
export const browser = {
  reducedMotion: 'reduce' as const,
  timezoneId: 'Europe/Lisbon',
  locale: 'en-GB',
  permissions: ['clipboard-read', 'clipboard-write'],
  // It took an eighth of the time. A test that fails tells what the page held, and `--trace on` records one.
  trace: 'off' as const,
}

export const launchOptions = (...more: string[]) => ({
  ...(findChromium() && { executablePath: findChromium() }),
  // Chromium's sandbox does not work as root. The helper threads of V8 cost more than they bring where tests share two
  // cores: a sixth of the time. The other flags keep Chromium from contacting Google.
  args: [
    '--no-sandbox',
    '--js-flags=--single-threaded',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...more,
  ],
})
