import * as v from 'valibot'
import { accessAudience, accountIds, apiToken, baseUrl, flag, host, publicUrl, teamDomain, whole } from './forms.ts'
import { sessionSecrets } from './session-secrets.ts'
import { trustedProxies } from './trusted-proxies.ts'

/** The modes of the process: the app in one of three, or the emulator alone (`npm run sandbox`). */
export type SettingMode = 'live' | 'sign-in' | 'sandbox' | 'emulator'

/** What the settings page says beside title, description and default. */
export type About = {
  form: string
  /** The effect of leaving it unset, when there is no default value. */
  unset?: string
  /** Modes in which it has an effect. It is validated in all of them. */
  modes: readonly SettingMode[]
  isSecret?: true
}

const about = <T>(metadata: About) => v.metadata<T, About>(metadata)

const ACCOUNT: readonly SettingMode[] = ['live', 'sign-in']
const APP: readonly SettingMode[] = ['live', 'sign-in', 'sandbox']
const ALL: readonly SettingMode[] = [...APP, 'emulator']

const portWith = (standard: string) =>
  v.pipe(
    v.optional(whole(1, 65_535), standard),
    v.title('Port the server listens on'),
    v.description('`npm run sandbox` listens on 8787 by default. On Workers the setting has no effect.'),
    about({ form: 'whole number from 1 to 65535', modes: ALL }),
  )

/** Every setting of the app. `docs/configuration.md` and `.env.example` are generated from it. */
export const appSettings = v.object({
  CLOUDFLARE_API_TOKEN: v.pipe(
    v.optional(apiToken),
    v.title('API token the server works with in live mode'),
    v.description(
      'An account-owned token with _Account API Tokens Write_, or _Account API Tokens Read_ to view only. With _Zone Read_, _Workers R2 Storage Read_ and _Workers Scripts Read_ the app shows names instead of IDs. Every user of the server acts with this token.',
    ),
    about({
      form: '40 to 200 letters, digits, `_` and `-`, as Cloudflare showed them',
      unset: 'none',
      modes: ['live'],
      isSecret: true,
    }),
  ),
  CLOUDFLARE_ACCOUNT_ID: v.pipe(
    v.optional(accountIds),
    v.title('Accounts the app can use'),
    v.description(
      'Name them when the token of live mode cannot list accounts. In sign-in mode users can sign in to these accounts only.',
    ),
    about({
      form: 'account IDs of 32 hex digits, separated by commas',
      unset: 'every account the token reaches',
      modes: ACCOUNT,
    }),
  ),
  CLOUDFLARE_API_BASE_URL: v.pipe(
    v.optional(baseUrl, 'https://api.cloudflare.com/client/v4'),
    v.title('Base URL of the Cloudflare API'),
    v.description('Set it to use an API gateway, or the emulator that `npm run sandbox` starts.'),
    about({ form: '`https://` URL; `http://` on this machine only', modes: ACCOUNT }),
  ),
  READ_ONLY: v.pipe(
    v.optional(flag('Unset it to allow writes.'), '0'),
    v.title('`1` refuses every write'),
    v.description('Even when the token can write. Reading, searching and exporting work as before.'),
    about({ form: '`1` or `0`', modes: APP }),
  ),
  AUTH: v.pipe(
    v.optional(v.picklist(['sign-in'], '$NAME must be sign-in. Unset it to run on a token of the server.')),
    v.title('`sign-in` lets each user sign in with their own API token'),
    v.description('The server holds no token. A user’s token is kept in a sealed cookie. Needs `SESSION_SECRET`.'),
    about({ form: '`sign-in`', unset: 'off', modes: ['sign-in'] }),
  ),
  SESSION_SECRET: v.pipe(
    v.optional(sessionSecrets),
    v.title('Random text that seals the session cookies'),
    v.description(
      'Several secrets are separated by commas, or each on its own line in a file: the first seals new sessions, all of them open existing ones. To change the secret, put a new one first and remove the old one 12 hours later. Removing a secret ends its sessions. A secret that can be guessed is refused: few different characters, sequences, repeats, common words, the value of another setting.',
    ),
    about({
      form: 'at least 32 characters; `openssl rand -base64 32` makes one',
      unset: 'none',
      modes: ['sign-in'],
      isSecret: true,
    }),
  ),
  ACCESS_TEAM_DOMAIN: v.pipe(
    v.optional(teamDomain),
    v.title('Team domain at Cloudflare Access'),
    v.description(
      'With `ACCESS_AUD`, the app answers only requests that Cloudflare Access has signed for that application.',
    ),
    about({ form: '`example.cloudflareaccess.com`', unset: 'off', modes: APP }),
  ),
  ACCESS_AUD: v.pipe(
    v.optional(accessAudience),
    v.title('Application Audience (AUD) tag of the Access application'),
    v.description('It is shown in the settings of the application at Cloudflare Access.'),
    about({ form: '64 hex digits', unset: 'off', modes: APP }),
  ),
  PUBLIC_URL: v.pipe(
    v.optional(publicUrl),
    v.title('Address users open, when it is not the address the server listens on'),
    v.description(
      'For a server behind a TLS proxy, behind Access or in a container with a mapped port. Requests for other hosts are refused, except for loopback names. Workers need it.',
    ),
    about({
      form: '`https://` origin without a path; `http://` on this machine only',
      unset: '`http://HOST:PORT`',
      modes: APP,
    }),
  ),
  HOST: v.pipe(
    v.optional(host, '127.0.0.1'),
    v.title('Address the server listens on'),
    v.description('`0.0.0.0` and `::` are all interfaces. On Workers the setting has no effect.'),
    about({ form: 'host name or IP address, without scheme and port', modes: ALL }),
  ),
  PORT: portWith('5173'),
  TRUSTED_PROXIES: v.pipe(
    v.optional(trustedProxies),
    v.title('Proxies that can name the address of a client'),
    v.description(
      'Limits and log lines use the client address that one of them names in `X-Forwarded-For`. The header of anyone else is ignored, as clients can write it themselves. Ranges that trust every client are refused: `0.0.0.0/0`, `::/0` and others wider than an IPv4 `/8` or an IPv6 `/7`. On Workers the setting has no effect.',
    ),
    about({ form: 'IP addresses and CIDR ranges, separated by commas', unset: 'none', modes: APP }),
  ),
  HSTS_MAX_AGE: v.pipe(
    v.optional(whole(0, 63_072_000), '31536000'),
    v.title('Seconds for which browsers keep to HTTPS (Strict-Transport-Security)'),
    v.description(
      'The header is sent when `PUBLIC_URL` is an `https://` address, except for `localhost`. `0` sends no header.',
    ),
    about({ form: 'whole number of seconds from 0 to 63072000', modes: APP }),
  ),
  HSTS_INCLUDE_SUBDOMAINS: v.pipe(
    v.optional(flag('Unset it to exclude subdomains.'), '0'),
    v.title('`1` extends HSTS to every subdomain of the address'),
    v.description('Set it only when all of them are served over HTTPS.'),
    about({ form: '`1` or `0`', modes: APP }),
  ),
  SANDBOX_LATENCY_MS: v.pipe(
    v.optional(whole(0, 60_000), '0'),
    v.title('Milliseconds added to every answer of the sandbox'),
    v.description('It shows how the app works with a slow API.'),
    about({ form: 'whole number of milliseconds from 0 to 60000', modes: ['sandbox', 'emulator'] }),
  ),
  SANDBOX_TOKEN: v.pipe(
    v.optional(apiToken),
    v.title('Bearer token the emulator expects'),
    v.description('For `npm run sandbox` only. A new token is printed at the start; this one is not.'),
    about({
      form: '40 to 200 letters, digits, `_` and `-`',
      unset: 'a new token at every start',
      modes: ['emulator'],
      isSecret: true,
    }),
  ),
})

/** The same for `npm run sandbox`, which has its own port. */
export const emulatorSettings = v.object({
  ...appSettings.entries,
  PORT: portWith('8787'),
})

export type Settings = v.InferOutput<typeof appSettings>
export type SettingName = keyof Settings

export const settingNames = Object.keys(appSettings.entries) as SettingName[]

export const aboutSetting = (name: SettingName): About => v.getMetadata(appSettings.entries[name])
