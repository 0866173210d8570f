import { execFileSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import installChromium from '../global-setup.ts'
import { PROXIES } from './proxies.ts'

/** Debian's packages ask this script before they start a service; 101 means no. */
const POLICY = '/usr/sbin/policy-rc.d'
const NEEDED: Record<string, string> = {
  openssl: 'openssl',
  ...Object.fromEntries(Object.values(PROXIES).map((proxy) => [proxy.command, proxy.debianPackage])),
}

export default function installProxies(): void {
  installChromium()
  const missing = Object.keys(NEEDED).filter((command) => !isInstalled(command))
  if (missing.length === 0) return
  const packages = missing.map((command) => NEEDED[command] ?? '')
  // With systemd, a package would install a service that starts with the machine.
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && !existsSync('/run/systemd/system')
  if (mayInstall) install(packages)
  const still = missing.filter((command) => !isInstalled(command))
  if (still.length > 0) {
    throw new Error(`Not installed: ${still.join(', ')}. On Debian: apt-get install ${packages.join(' ')}`)
  }
}

function isInstalled(command: string): boolean {
  // A user's PATH often lacks the folders of root's commands.
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
  return folders.some((folder) => existsSync(`${folder}/${command}`))
}

function install(packages: string[]): void {
  const quiet = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  const isOurs = !existsSync(POLICY)
  if (isOurs) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet)
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet)
  } catch {
    console.error(`apt-get could not install ${packages.join(', ')}.`)
  } finally {
    if (isOurs) rmSync(POLICY)
  }
}
