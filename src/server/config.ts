import { ConfigError, type Environment, isLoopback } from './config-error.ts'
import { type Extras, readAuth, readExtras, readSessionSecret } from './config-extras.ts'

/** Where the app listens. */
export type Listening = { host: string; port: number }

/** The one mode the process runs in, decided once at start. */
export type Config = Listening &
  Extras &
  (
    | {
        mode: 'live'
        /** Base URL of the API, without a slash at its end. */
        upstream: string
        token: string
        /** The only accounts the app may touch; empty means those the token reaches. Lower case. */
        accountIds: string[]
      }
    | {
        /** Live, each person with a token of their own, sealed in a cookie. */
        mode: 'sign-in'
        upstream: string
        /** What cookies are sealed with: the first seals, all of them open. */
        sessionSecrets: readonly string[]
        /** The only accounts people may sign in to; empty means any. Lower case. */
        accountIds: string[]
      }
    | { mode: 'sandbox'; latencyMs: number }
  )

/** The sandbox served alone. Without a token one is made up at start. */
export type SandboxConfig = Listening & { token: string | null; latencyMs: number }

const CLOUDFLARE_API = 'https://api.cloudflare.com/client/v4'
const APP_PORT = 5173
const SANDBOX_PORT = 8787
/** The API's schema says 40 to 80; a longer future format is let through. */
const TOKEN_LENGTH = { min: 40, max: 200 }
const MAX_LATENCY_MS = 60_000

/** Reads the settings of the app. Throws a `ConfigError` when they do not add up to a mode. */
export function readConfig(env: Environment): Config {
  refuseExposedTokens(env)
  const common = { ...readListening(env, APP_PORT), ...readExtras(env) }
  const token = readToken(env, 'CLOUDFLARE_API_TOKEN')
  if (readAuth(env) === 'sign-in') {
    if (token !== null) {
      throw new ConfigError(
        'AUTH=sign-in and CLOUDFLARE_API_TOKEN are both set, but people who sign in bring their own tokens. Unset one of them.',
      )
    }
    return {
      mode: 'sign-in',
      ...common,
      sessionSecrets: [readSessionSecret(env)],
      upstream: readBaseUrl(env),
      accountIds: readAccountIds(env),
    }
  }
  if (env['SESSION_SECRET']) {
    throw new ConfigError('SESSION_SECRET is set but AUTH is not. Set AUTH=sign-in, or unset SESSION_SECRET.')
  }
  if (token === null) {
    refuseLiveSetting(env, 'CLOUDFLARE_ACCOUNT_ID')
    refuseLiveSetting(env, 'CLOUDFLARE_API_BASE_URL')
    return { mode: 'sandbox', ...common, latencyMs: readLatency(env) }
  }
  if (!isLoopback(common.host) && !common.access) {
    throw new ConfigError(
      `HOST is "${common.host}", which would open your Cloudflare token to the network. Use HOST=127.0.0.1, or let people sign in (AUTH=sign-in), or put Cloudflare Access before it (ACCESS_TEAM_DOMAIN and ACCESS_AUD).`,
    )
  }
  return { mode: 'live', ...common, token, upstream: readBaseUrl(env), accountIds: readAccountIds(env) }
}

/** Reads the settings of the sandbox served alone, which pays no heed to those of a live account. */
export function readSandboxConfig(env: Environment): SandboxConfig {
  return {
    ...readListening(env, SANDBOX_PORT),
    token: readToken(env, 'SANDBOX_TOKEN'),
    latencyMs: readLatency(env),
  }
}

/** Vite copies `VITE_` variables into the browser's code, so one that holds a token is as good as published. */
function refuseExposedTokens(env: Environment) {
  const token = env['CLOUDFLARE_API_TOKEN']
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('VITE_') || !value) continue
    const saysSo = /TOKEN|SECRET|API_?KEY|CREDENTIAL/i.test(name)
    const looksLikeOne = /\bcf(k|ut|at|oat)_\w/.test(value) || (token && value.includes(token))
    if (!saysSo && !looksLikeOne) continue
    throw new ConfigError(
      `${name} holds a credential, and VITE_ variables end up in the browser. Remove it and put the token into CLOUDFLARE_API_TOKEN.`,
    )
  }
}

function refuseLiveSetting(env: Environment, name: string) {
  if (!env[name]) return
  throw new ConfigError(
    `${name} is set but CLOUDFLARE_API_TOKEN is not. Set CLOUDFLARE_API_TOKEN to work on a live account, or unset ${name} to use the sandbox.`,
  )
}

function readToken(env: Environment, name: string): string | null {
  const value = env[name]
  if (!value) return null
  const problem = tokenProblem(value)
  if (problem)
    throw new ConfigError(`${name} ${problem}. Paste the token again, exactly as it was shown, and nothing else.`)
  return value
}

function tokenProblem(value: string): string | null {
  if (/[\r\n]/.test(value)) return 'contains a line break'
  if (/\s/.test(value)) return 'contains a space'
  if (/["'`]/.test(value)) return 'contains a quotation mark'
  if (!/^[\w-]+$/.test(value)) return 'contains a character that no token has'
  if (value.length < TOKEN_LENGTH.min) return `is too short: a token has at least ${TOKEN_LENGTH.min} characters`
  if (value.length > TOKEN_LENGTH.max) return `is too long: a token has at most ${TOKEN_LENGTH.max} characters`
  return null
}

function readAccountIds(env: Environment): string[] {
  const ids = (env['CLOUDFLARE_ACCOUNT_ID'] ?? '')
    .split(',')
    .map((id) => id.trim().toLowerCase())
    .filter((id) => id !== '')
  const wrong = ids.findIndex((id) => !/^[0-9a-f]{32}$/.test(id))
  if (wrong !== -1) {
    // Not echoed: a token pasted into the wrong line would end up on the screen.
    const which = ids.length > 1 ? `Entry ${wrong + 1} of CLOUDFLARE_ACCOUNT_ID` : 'CLOUDFLARE_ACCOUNT_ID'
    throw new ConfigError(
      `${which} is not an account id. An id has 32 characters, 0-9 and a-f; copy it from the address of your Cloudflare dashboard.`,
    )
  }
  return [...new Set(ids)]
}

function readBaseUrl(env: Environment): string {
  const value = env['CLOUDFLARE_API_BASE_URL']
  if (!value) return CLOUDFLARE_API
  const fail = (problem: string): never => {
    throw new ConfigError(`CLOUDFLARE_API_BASE_URL ${problem}. Unset it to use ${CLOUDFLARE_API}.`)
  }
  if (!URL.canParse(value)) return fail('is not an absolute address such as https://api.example.com/client/v4')
  const url = new URL(value)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fail('must start with https://')
  if (url.username || url.password) return fail('must not contain a user name or a password')
  if (value.includes('?') || value.includes('#')) return fail('must not contain a query (?) or a fragment (#)')
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return fail('must use https://, or the token would travel unencrypted (http:// is for this machine only)')
  }
  return url.href.replace(/\/+$/, '')
}

function readListening(env: Environment, defaultPort: number): Listening {
  return { host: readHost(env), port: readWhole(env, 'PORT', { min: 1, max: 65_535, fallback: defaultPort }) }
}

function readHost(env: Environment): string {
  const host = env['HOST'] || '127.0.0.1'
  const isAddress = /^[\w.-]+$/.test(host) || /^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(host)
  if (isAddress && URL.canParse(`http://${bracketed(host)}`)) return host.toLowerCase()
  throw new ConfigError(
    'HOST is not a host name or an IP address. Use HOST=127.0.0.1 (no scheme, no port), or unset it.',
  )
}

/** A host as it stands in a URL: IPv6 in brackets. */
export const bracketed = (host: string) => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host)

function readLatency(env: Environment): number {
  return readWhole(env, 'SANDBOX_LATENCY_MS', { min: 0, max: MAX_LATENCY_MS, fallback: 0 })
}

function readWhole(
  env: Environment,
  name: string,
  { min, max, fallback }: { min: number; max: number; fallback: number },
) {
  const text = env[name]
  if (!text) return fallback
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  throw new ConfigError(`${name} must be a whole number from ${min} to ${max}. Unset it to use ${fallback}.`)
}
