import type { Environment } from './config-error.ts'
import type { Extras } from './config-extras.ts'
import { isPublicTls, refuseCombinations } from './combinations.ts'
import { readSettings } from './read-settings.ts'
import { appSettings, emulatorSettings, type Settings } from './schema.ts'
import type { ReadFile } from './secret-files.ts'

/** Where the app listens. */
export type Listening = { host: string; port: number }

/** The mode of the process, decided once at start. */
export type Config = Listening &
  Extras &
  (
    | {
        mode: 'live'
        /** Base URL of the API, without a trailing slash. */
        upstream: string
        token: string
        /** The only accounts the app may use, in lower case. Empty means all that the token reaches. */
        accountIds: string[]
      }
    | {
        /** Live; each user signs in with a token, sealed in a cookie. */
        mode: 'sign-in'
        upstream: string
        /** Secrets that seal cookies: the first seals, all of them open. */
        sessionSecrets: readonly string[]
        /** The only accounts users may sign in to, in lower case. Empty means any. */
        accountIds: string[]
      }
    | { mode: 'sandbox'; latencyMs: number }
  )

/** The sandbox served alone. Without a token, one is generated at start. */
export type SandboxConfig = Listening & { token: string | null; latencyMs: number }

/**
 * Reads the settings of the app. Throws a `ConfigError` when they do not add up to a mode. Without `readFile`, as on
 * Workers, a secret cannot come from a file.
 */
export function readConfig(env: Environment, readFile?: ReadFile): Config {
  const { settings, texts } = readSettings(appSettings, env, readFile)
  refuseCombinations(settings, texts)
  const common = { host: settings.HOST, port: settings.PORT, ...extrasOf(settings) }
  const account = { upstream: settings.CLOUDFLARE_API_BASE_URL, accountIds: settings.CLOUDFLARE_ACCOUNT_ID ?? [] }
  if (settings.AUTH) {
    return { mode: 'sign-in', ...common, ...account, sessionSecrets: settings.SESSION_SECRET ?? [] }
  }
  const token = settings.CLOUDFLARE_API_TOKEN
  if (token) return { mode: 'live', ...common, ...account, token }
  return { mode: 'sandbox', ...common, latencyMs: settings.SANDBOX_LATENCY_MS }
}

/** Reads the settings of the sandbox served alone. Those of a live account have no effect, but must be valid. */
export function readSandboxConfig(env: Environment, readFile?: ReadFile): SandboxConfig {
  const { settings } = readSettings(emulatorSettings, env, readFile)
  return {
    host: settings.HOST,
    port: settings.PORT,
    token: settings.SANDBOX_TOKEN ?? null,
    latencyMs: settings.SANDBOX_LATENCY_MS,
  }
}

function extrasOf(settings: Settings): Extras {
  const { PUBLIC_URL, ACCESS_TEAM_DOMAIN, ACCESS_AUD, TRUSTED_PROXIES, HSTS_MAX_AGE } = settings
  const hasHsts = isPublicTls(PUBLIC_URL) && HSTS_MAX_AGE > 0
  return {
    ...(PUBLIC_URL && { publicOrigin: PUBLIC_URL }),
    ...(ACCESS_TEAM_DOMAIN && ACCESS_AUD && { access: { teamDomain: ACCESS_TEAM_DOMAIN, audience: ACCESS_AUD } }),
    ...(settings.READ_ONLY && { readOnly: true as const }),
    ...(TRUSTED_PROXIES && { trustedProxies: TRUSTED_PROXIES }),
    ...(hasHsts && { hsts: { maxAgeSeconds: HSTS_MAX_AGE, includeSubDomains: settings.HSTS_INCLUDE_SUBDOMAINS } }),
  }
}
