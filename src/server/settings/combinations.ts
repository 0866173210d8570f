import { isLoopback } from '#server/http/host-names.ts'
import { ConfigError } from './config-error.ts'
import type { Texts } from './read-settings.ts'
import { type Settings, settingNames } from './schema.ts'

type Combination = {
  /** For the settings page. */
  setUp: string
  isRefused: (settings: Settings, texts: Texts) => boolean
  /** The cause and the remedy. */
  message: string
}

const OPEN_REMEDY =
  'Let users sign in (AUTH=sign-in), or put Cloudflare Access before the server (ACCESS_TEAM_DOMAIN and ACCESS_AUD)'

const sharesToken = (settings: Settings) => !!settings.CLOUDFLARE_API_TOKEN && !settings.ACCESS_AUD
const hasNoAccount = (settings: Settings) => !settings.AUTH && !settings.CLOUDFLARE_API_TOKEN

/** Set-ups that cannot work, or that would expose an account. The first match is reported. */
export const combinations: readonly Combination[] = [
  {
    setUp: 'one of `ACCESS_TEAM_DOMAIN` and `ACCESS_AUD`',
    isRefused: (settings) => !settings.ACCESS_TEAM_DOMAIN !== !settings.ACCESS_AUD,
    message: 'ACCESS_TEAM_DOMAIN and ACCESS_AUD belong together: set both, or neither.',
  },
  {
    setUp: '`AUTH=sign-in` with `CLOUDFLARE_API_TOKEN`',
    isRefused: (settings) => !!settings.AUTH && !!settings.CLOUDFLARE_API_TOKEN,
    message:
      'AUTH=sign-in and CLOUDFLARE_API_TOKEN are both set, but users who sign in bring their own tokens. Unset one of them.',
  },
  {
    setUp: '`AUTH=sign-in` without `SESSION_SECRET`',
    isRefused: (settings) => !!settings.AUTH && !settings.SESSION_SECRET,
    message:
      'AUTH=sign-in needs SESSION_SECRET, a random text of at least 32 characters (openssl rand -base64 32 makes one).',
  },
  {
    setUp: '`SESSION_SECRET` without `AUTH=sign-in`',
    isRefused: (settings) => !settings.AUTH && !!settings.SESSION_SECRET,
    message: 'SESSION_SECRET is set but AUTH is not. Set AUTH=sign-in, or unset SESSION_SECRET.',
  },
  {
    setUp: '`SESSION_SECRET` with the value of another setting in it, or within such a value',
    isRefused: holdsOtherSetting,
    message:
      'SESSION_SECRET shares its value with another setting, which may be known to others. Use a random text: openssl rand -base64 32 makes one.',
  },
  ...(['CLOUDFLARE_ACCOUNT_ID', 'CLOUDFLARE_API_BASE_URL'] as const).map((name) => ({
    setUp: `\`${name}\` in sandbox mode`,
    isRefused: (settings: Settings, texts: Texts) => hasNoAccount(settings) && !!texts[name],
    message: `${name} is set but CLOUDFLARE_API_TOKEN is not. Set CLOUDFLARE_API_TOKEN to work on a live account, or unset ${name} to use the sandbox.`,
  })),
  ...(['HSTS_MAX_AGE', 'HSTS_INCLUDE_SUBDOMAINS'] as const).map((name) => ({
    setUp: `\`${name}\` without an \`https://\` address in \`PUBLIC_URL\``,
    isRefused: (settings: Settings, texts: Texts) => !!texts[name] && !isPublicTls(settings.PUBLIC_URL),
    message: `${name} is set, but PUBLIC_URL is not an https:// address that others open. Set PUBLIC_URL, or unset ${name}.`,
  })),
  {
    setUp: '`CLOUDFLARE_API_TOKEN` without Access, and a `PUBLIC_URL` that is not this machine',
    isRefused: (settings) => sharesToken(settings) && !!settings.PUBLIC_URL && !isOwnMachine(settings.PUBLIC_URL),
    message: `PUBLIC_URL says that others reach this server, and your Cloudflare token would answer every one of them. ${OPEN_REMEDY}.`,
  },
  {
    setUp: '`CLOUDFLARE_API_TOKEN` without Access, and a `HOST` that is not this machine',
    isRefused: (settings) => sharesToken(settings) && !isLoopback(settings.HOST),
    message: `HOST is not this machine only, which would open your Cloudflare token to the network. Use HOST=127.0.0.1. Or let users sign in (AUTH=sign-in), or put Cloudflare Access before the server (ACCESS_TEAM_DOMAIN and ACCESS_AUD).`,
  },
  {
    setUp: '`CLOUDFLARE_API_TOKEN` without Access, and `TRUSTED_PROXIES`',
    isRefused: (settings) => sharesToken(settings) && !!settings.TRUSTED_PROXIES,
    message: `TRUSTED_PROXIES says that a proxy lets others reach this server, and your Cloudflare token would answer every one of them. ${OPEN_REMEDY}, or unset TRUSTED_PROXIES.`,
  },
  {
    setUp: '`AUTH=sign-in` with a `HOST` that is not this machine, without `PUBLIC_URL`',
    isRefused: (settings) => !!settings.AUTH && !isLoopback(settings.HOST) && !settings.PUBLIC_URL,
    message:
      'AUTH=sign-in on a HOST that others reach needs PUBLIC_URL: without HTTPS, tokens would travel unencrypted and browsers would drop the session cookie. Put a TLS proxy before the server and set PUBLIC_URL to its https:// address, or use HOST=127.0.0.1.',
  },
]

export function refuseCombinations(settings: Settings, texts: Texts) {
  const refused = combinations.find(({ isRefused }) => isRefused(settings, texts))
  if (refused) throw new ConfigError(refused.message)
}

/** Whether users connect over TLS from other machines. On localhost, HSTS would lock out every other server there. */
export const isPublicTls = (origin: string | undefined) => !!origin?.startsWith('https:') && !isOwnMachine(origin)

const isOwnMachine = (origin: string) => isLoopback(new URL(origin).hostname)

/** Shorter values, such as a port, occur in many random texts. */
const TELLING_LENGTH = 12

function holdsOtherSetting(settings: Settings, texts: Texts): boolean {
  const others = settingNames
    .filter((name) => name !== 'SESSION_SECRET')
    .map((name) => texts[name]?.toLowerCase() ?? '')
    .filter((text) => text.length >= TELLING_LENGTH)
  return (settings.SESSION_SECRET ?? []).some((secret) => {
    const lower = secret.toLowerCase()
    return others.some((other) => other.includes(lower) || lower.includes(other))
  })
}
