import * as v from 'valibot'
import { bracketed, isLoopback } from '#server/http/host-names.ts'
import { list, refuse, refuseEntry } from './refuse.ts'

/** The API's schema says 40 to 80; a longer future format is accepted. */
const TOKEN_LENGTH = { min: 40, max: 200 }

export const apiToken = v.pipe(
  v.string(),
  refuse((value) => {
    const fault = tokenFault(value)
    return fault && `$NAME ${fault}. Paste the token again, exactly as it was shown, and nothing else.`
  }),
)

function tokenFault(value: string): string | null {
  if (/[\r\n]/.test(value)) return 'contains a line break'
  if (/\s/.test(value)) return 'contains a space'
  if (/["'`]/.test(value)) return 'contains a quotation mark'
  if (!/^[\w-]+$/.test(value)) return 'contains a character that no token has'
  if (value.length < TOKEN_LENGTH.min) return `is too short: a token has at least ${TOKEN_LENGTH.min} characters`
  if (value.length > TOKEN_LENGTH.max) return `is too long: a token has at most ${TOKEN_LENGTH.max} characters`
  return null
}

/** Lower case, without duplicates. */
export const accountIds = v.pipe(
  list,
  refuseEntry((id) =>
    /^[0-9a-f]{32}$/i.test(id)
      ? null
      : '$NAME is not an account ID. An ID has 32 characters, 0-9 and a-f; copy it from the address of your Cloudflare dashboard.',
  ),
  v.transform((ids) => [...new Set(ids.map((id) => id.toLowerCase()))]),
)

/** Base URL of an API, without a trailing slash. */
export const baseUrl = v.pipe(
  v.string(),
  refuse((value) => {
    const fault = baseUrlFault(value)
    return fault && `$NAME ${fault}. Unset it to use $DEFAULT.`
  }),
  v.transform((value) => new URL(value).href.replace(/\/+$/, '')),
)

function baseUrlFault(value: string): string | null {
  if (!URL.canParse(value)) return 'is not an absolute address such as https://api.example.com/client/v4'
  const url = new URL(value)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must start with https://'
  if (url.username || url.password) return 'must not contain a user name or a password'
  if (value.includes('?') || value.includes('#')) return 'must not contain a query (?) or a fragment (#)'
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return 'must use https://, or the token would travel unencrypted (http:// is for this machine only)'
  }
  return null
}

/** An origin that users open: https, or http on this machine. */
export const publicUrl = v.pipe(
  v.string(),
  refuse((value) => {
    const url = URL.canParse(value) ? new URL(value) : null
    const isOrigin = url && url.origin === value.replace(/\/$/, '') && !url.username
    if (isOrigin && (url.protocol === 'https:' || isLoopback(url.hostname))) return null
    return '$NAME must be the address users open, such as https://tokens.example.com, without a path.'
  }),
  v.transform((value) => new URL(value).origin),
)

/** The URL of a Cloudflare Access team. Tests use a key server on this machine, which signs only for them. */
export const teamDomain = v.pipe(
  v.string(),
  refuse((value) =>
    isLocalTeam(value) || /^[a-z0-9-]+\.cloudflareaccess\.com$/i.test(bareDomain(value))
      ? null
      : '$NAME must be your team domain, such as example.cloudflareaccess.com.',
  ),
  v.transform((value) => (isLocalTeam(value) ? value : `https://${bareDomain(value)}`)),
)

const isLocalTeam = (value: string) => /^http:\/\/127\.0\.0\.1:\d+$/.test(value)
const bareDomain = (value: string) =>
  value
    .replace(/^https:\/\//, '')
    .replace(/\/$/, '')
    .toLowerCase()

export const accessAudience = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/i, '$NAME must be the Application Audience tag of your Access application: 64 hex digits.'),
)

/** A name or address to listen on, lower case, IPv6 without brackets. */
export const host = v.pipe(
  v.string(),
  refuse((value) => {
    const isAddress = /^[\w.-]+$/.test(value) || /^[0-9a-f:.]*:[0-9a-f:.]*$/i.test(value)
    if (isAddress && URL.canParse(`http://${bracketed(value)}`)) return null
    return '$NAME is not a host name or an IP address. Use $NAME=127.0.0.1 (no scheme, no port), or unset it.'
  }),
  v.toLowerCase(),
)

export const whole = (min: number, max: number) =>
  v.pipe(
    v.string(),
    refuse((text) => {
      const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
      if (value >= min && value <= max) return null
      return `$NAME must be a whole number from ${min} to ${max}. Unset it to use $DEFAULT.`
    }),
    v.transform(Number),
  )

/** 1 or 0; the remedy says what unsetting it does. */
export const flag = (remedy: string) =>
  v.pipe(
    v.picklist(['0', '1'], `$NAME must be 1 or 0. ${remedy}`),
    v.transform((text) => text === '1'),
  )
