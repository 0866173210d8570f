import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { FIREFOX } from './firefox.ts'
import { DRIVER, SCREEN } from './webkit.ts'

const NEEDED = [
  { file: FIREFOX, debianPackage: 'firefox-esr' },
  { file: DRIVER, debianPackage: 'webkit2gtk-driver' },
  { file: SCREEN, debianPackage: 'xvfb' },
]

/** Debian's own Firefox and WebKit; root gets them installed, other users are told what is missing. */
export default function installEngines(): void {
  const missing = () => NEEDED.filter(({ file }) => !existsSync(file)).map(({ debianPackage }) => debianPackage)
  const packages = missing()
  if (packages.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) install(packages)
  if (missing().length > 0) throw new Error(`Not installed. On Debian: apt-get install ${missing().join(' ')}`)
}

function install(packages: string[]): void {
  const quiet = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet)
    const all = [...packages, 'fonts-liberation']
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...all], quiet)
  } catch {
    console.error(`apt-get could not install ${packages.join(', ')}.`)
  }
}
