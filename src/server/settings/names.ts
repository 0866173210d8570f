import { ConfigError, type Environment } from './config-error.ts'
import { aboutSetting, settingNames } from './schema.ts'

const isSecret = (name: string) => settingNames.some((known) => known === name && aboutSetting(known).isSecret)

/** Settings that may also come from a file. */
export const secretNames = settingNames.filter(isSecret)

const knownNames: readonly string[] = [...settingNames, ...secretNames.map((name) => `${name}_FILE`)]

/** Names used by other programs, where ignoring the setting would leave something unprotected. */
const OTHER_NAMES: Record<string, string> = {
  READ_ONLY_MODE: 'READ_ONLY',
  READONLY_MODE: 'READ_ONLY',
  TRUSTED_PROXY: 'TRUSTED_PROXIES',
  TRUST_PROXY: 'TRUSTED_PROXIES',
  ACCESS_AUDIENCE: 'ACCESS_AUD',
  AUTH_MODE: 'AUTH',
  CLOUDFLARE_ACCOUNT: 'CLOUDFLARE_ACCOUNT_ID',
  CLOUDFLARE_ACCOUNTS: 'CLOUDFLARE_ACCOUNT_ID',
}

/** A misspelled setting would silently be off, so a name close to a known one stops the start. */
export function refuseUnknownNames(env: Environment) {
  for (const [name, value] of Object.entries(env)) {
    if (!value || knownNames.includes(name)) continue
    const plain = settingNames.find((known) => name === `${known}_FILE`)
    if (plain) {
      throw new ConfigError(
        `${name} is not a setting: ${plain} is no secret and cannot come from a file. Set ${plain} itself.`,
      )
    }
    const meant = OTHER_NAMES[name.toUpperCase()] ?? nearestName(name)
    if (meant) {
      throw new ConfigError(`${name} is not a setting. Did you mean ${meant}? Rename it, or unset it.`)
    }
  }
}

/** Short names allow one typo, others two: HOME and PATH are not HOST and AUTH. */
function nearestName(name: string): string | undefined {
  const upper = name.toUpperCase()
  return knownNames
    .map((known) => ({ known, slips: distance(upper, known), allowed: known.length <= 4 ? 1 : 2 }))
    .filter(({ slips, allowed }) => slips <= allowed)
    .toSorted((a, b) => a.slips - b.slips)[0]?.known
}

/** Edit distance: insert, delete, replace, or swap neighbours (optimal string alignment). */
export function distance(from: string, to: string): number {
  let [beforeLast, last] = [[] as number[], Array.from({ length: to.length + 1 }, (_, index) => index)]
  const at = (row: number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1]
      const isSwapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      row[j] = Math.min(
        at(last, j) + 1,
        at(row, j - 1) + 1,
        at(last, j - 1) + (isSame ? 0 : 1),
        isSwapped ? at(beforeLast, j - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    ;[beforeLast, last] = [last, row]
  }
  return at(last, to.length)
}
