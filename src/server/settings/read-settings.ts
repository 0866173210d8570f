import * as v from 'valibot'
import { ConfigError, type Environment } from './config-error.ts'
import { refuseUnknownNames, secretNames } from './names.ts'
import type { appSettings, emulatorSettings, Settings, SettingName } from './schema.ts'
import { type ReadFile, readSecretFiles } from './secret-files.ts'

/** The settings as text, including those from files. An empty one counts as unset. */
export type Texts = Partial<Record<SettingName, string>>

/** Reads every setting, whatever the mode. Throws a `ConfigError` for the first invalid one. */
export function readSettings(
  schema: typeof appSettings | typeof emulatorSettings,
  env: Environment,
  readFile: ReadFile | undefined,
): { settings: Settings; texts: Texts } {
  refuseUnknownNames(env)
  const fromFiles = readSecretFiles(env, readFile)
  const texts: Texts = Object.fromEntries(
    Object.keys(schema.entries).flatMap((name) => {
      const text = env[name] || fromFiles[name]
      return text ? [[name, text]] : []
    }),
  )
  refuseExposedTokens(
    env,
    secretNames.flatMap((name) => texts[name] ?? []),
  )
  const result = v.safeParse(schema, texts, { abortEarly: true })
  if (result.success) return { settings: result.output, texts }
  const [issue] = result.issues
  // For a flat object, an issue's path is the name of a setting.
  const name = issue.path?.[0].key as SettingName
  const source = name in fromFiles ? `${name} (from ${name}_FILE)` : name
  const standard = v.getDefault(schema.entries[name]) ?? ''
  throw new ConfigError(issue.message.replaceAll('$NAME', () => source).replaceAll('$DEFAULT', () => standard))
}

/** Vite copies `VITE_` variables into the browser's code, so a token in one is published. */
function refuseExposedTokens(env: Environment, secrets: readonly string[]) {
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('VITE_') || !value) continue
    const saysSo = /TOKEN|SECRET|API_?KEY|CREDENTIAL/i.test(name)
    const looksLikeOne = /\bcf(k|ut|at|oat)_\w/.test(value) || secrets.some((secret) => value.includes(secret))
    if (!saysSo && !looksLikeOne) continue
    throw new ConfigError(
      `${name} holds a credential, and VITE_ variables end up in the browser. Remove it and put the token into CLOUDFLARE_API_TOKEN.`,
    )
  }
}
