import { ConfigError, type Environment, isLoopback } from './config-error.ts'

const SESSION_SECRET_LENGTH = 32

/** Cloudflare Access in front of the app: whose assertions count, and for which application. */
export type AccessConfig = { teamDomain: string; audience: string }

/** What every mode can have on top. Absent means off. */
export type Extras = {
  /** The origin people open the app at, when something else (a TLS proxy, Access) stands before it. */
  publicOrigin?: string
  access?: AccessConfig
  /** Every write is refused here, whatever the credential may do. */
  readOnly?: true
  /** Addresses and CIDR ranges of the proxies whose word about a client counts. */
  trustedProxies?: readonly string[]
  /** Sent with every answer where people come over TLS. */
  hsts?: Hsts
}

/** Browsers keep to TLS for this long; with the flag for every name below this one as well. */
export type Hsts = { maxAgeSeconds: number; includeSubDomains: boolean }

export function readExtras(env: Environment): Extras {
  const publicOrigin = readPublicOrigin(env)
  const access = readAccess(env)
  const readOnly = env['READ_ONLY'] || '0'
  if (readOnly !== '0' && readOnly !== '1') throw new ConfigError('READ_ONLY must be 1 or 0. Unset it to allow writes.')
  return {
    ...(publicOrigin && { publicOrigin }),
    ...(access && { access }),
    ...(readOnly === '1' && { readOnly: true as const }),
  }
}

export function readAuth(env: Environment): 'sign-in' | null {
  const auth = env['AUTH']
  if (!auth) return null
  if (auth !== 'sign-in') throw new ConfigError('AUTH must be sign-in. Unset it to run on a token of the server.')
  return auth
}

export function readSessionSecret(env: Environment): string {
  const secret = env['SESSION_SECRET'] ?? ''
  if (secret.length >= SESSION_SECRET_LENGTH) return secret
  throw new ConfigError(
    `AUTH=sign-in needs SESSION_SECRET, a random text of at least ${SESSION_SECRET_LENGTH} characters (openssl rand -base64 32 makes one).`,
  )
}

function readAccess(env: Environment): AccessConfig | null {
  const [domain, audience] = [env['ACCESS_TEAM_DOMAIN'], env['ACCESS_AUD']]
  if (!domain && !audience) return null
  if (!domain || !audience) {
    throw new ConfigError('ACCESS_TEAM_DOMAIN and ACCESS_AUD belong together: set both, or neither.')
  }
  const teamDomain = domain.replace(/^https:\/\//, '').replace(/\/$/, '')
  const isLocal = /^http:\/\/127\.0\.0\.1:\d+$/.test(domain)
  if (!isLocal && !/^[a-z0-9-]+\.cloudflareaccess\.com$/i.test(teamDomain)) {
    throw new ConfigError('ACCESS_TEAM_DOMAIN must be your team domain, such as example.cloudflareaccess.com.')
  }
  if (!/^[0-9a-f]{64}$/i.test(audience)) {
    throw new ConfigError('ACCESS_AUD must be the Application Audience tag of your Access application: 64 hex digits.')
  }
  // A key server on this machine serves tests; no assertion of anybody else's can come from there.
  return { teamDomain: isLocal ? domain : `https://${teamDomain}`, audience }
}

function readPublicOrigin(env: Environment): string | null {
  const value = env['PUBLIC_URL']
  if (!value) return null
  const url = URL.canParse(value) ? new URL(value) : null
  const isOrigin = url && url.origin === value.replace(/\/$/, '') && !url.username
  if (isOrigin && (url.protocol === 'https:' || isLoopback(url.hostname))) return url.origin
  throw new ConfigError(
    'PUBLIC_URL must be the address people open, such as https://tokens.example.com, without a path.',
  )
}
