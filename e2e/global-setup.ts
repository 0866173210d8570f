import { execFileSync } from 'node:child_process'
import { findChromium } from './chromium.ts'

/** Enough for a slow download; then Debian's package is tried. */
const DOWNLOAD_LIMIT_MS = 180_000

/** Workers read the config after this has run, so they find a browser installed here. */
export default function installChromium(): void {
  if (findChromium()) return
  try {
    execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit', timeout: DOWNLOAD_LIMIT_MS })
  } catch {
    console.error('Playwright cannot download its Chromium here; trying Debian’s package.')
  }
  if (!findChromium()) installDebianPackage()
  if (!findChromium()) throw new Error('No Chromium: install one, or name it in CHROMIUM_PATH.')
}

function installDebianPackage(): void {
  const quiet = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet)
  } catch {
    console.error('apt-get could not update its lists.')
  }
  for (const name of ['chromium-headless-shell', 'chromium']) {
    try {
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name, 'fonts-liberation'], quiet)
      return
    } catch {
      console.error(`apt-get could not install ${name}.`)
    }
  }
}
