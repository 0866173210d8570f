import { pathParts } from '#domain/operations/request-path.ts'

/** What an address of a request leads to. */
export type Address =
  | { kind: 'call'; path: string }
  | { kind: 'foreign'; host: string }
  | { kind: 'unread'; reason: string }

/** Part of a regular expression: an address in a text, with placeholders such as `<zone_id>`. */
export const IN_TEXT = String.raw`(?:[^\s"'<>\\|^\x60]|<[\w.-]{1,40}>)+`

const LONGEST = 2000
const VARIABLE = String.raw`\$\{[^}]{0,80}\}|\$\w+(?::\w+)?|\$\(…\)|%\w+%|\{\{[^}]{0,80}\}\}|\{\w+\}|<[\w.-]{1,40}>`
const STARTS_WITH_VARIABLE = new RegExp(`^(?:https?://)?(${VARIABLE})([^/?#]*)(.*)$`, 'is')
const WITH_HOST = /^(?:https?:)?\/\/([^/?#]*)(.*)$/is
const HOST_ALONE = /^((?:[\w-]{1,63}\.){1,8}[a-z]{2,24}|localhost)(:\d{1,5})?(\/.*)?$/is
const CLOUDFLARE = /^(?:[a-z0-9-]+\.){0,3}api(?:\.[a-z0-9-]+){0,3}\.cloudflare\.com$/
/** Hosts that only look like it are no proxy of the API: they would get the credential. */
const OF_CLOUDFLARE = /(?:^|\.)cloudflare\.com\.?$/
/** First parts of paths of the API. Others than Cloudflare have some of them too. */
const ROOT =
  /^\/+(?:accounts|certificates|graphql|ips|memberships|organizations|radar|system|tenants|users?|zones)(?=[/?#]|$)/
/** Of these, the ones that other services hardly have. */
const SURE_ROOT = /^\/+(?:accounts|memberships|radar|zones|user\/tokens)(?=[/?#]|$)/
const OWN_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\]|(?:[a-z0-9-]+\.)*cloudflare\.com)$/

/** The S3 API of R2. An account's ID comes before it. */
const S3_HOST = 'r2.cloudflarestorage.com'

/** Names may have an encoded slash, such as those of KV keys and images; IDs of zones and accounts have none. */
const NO_ID: Address = {
  kind: 'unread',
  reason: 'The encoded slash (%2F) makes the ID and what follows one part of the path, which is no valid ID.',
}
const NO_OPERATION: Address = { kind: 'unread', reason: 'The address ends before it names an operation.' }

/** Reads a whole address, or a path alone; `null` where the text is neither. */
export function readAddress(written: string): Address | null {
  const text = trimmed(written)
  if (text.length > LONGEST) return { kind: 'unread', reason: 'The address is too long.' }
  const variable = STARTS_WITH_VARIABLE.exec(text)
  if (variable?.[2]?.endsWith(`.${S3_HOST}`)) return { kind: 'foreign', host: S3_HOST }
  if (variable) return afterVariable(variable[1] ?? '', variable[3] ?? '')
  // `//zones/…` with a doubled slash, unlike `//example.com/…`.
  const isPath = /^\/(?!\/)|^\/+client\/v4/.test(text) || SURE_ROOT.test(text)
  const [, authority, rest = ''] = (!isPath && WITH_HOST.exec(text)) || []
  if (authority !== undefined) return withHost(authority, rest)
  if (isPath) return belowApi(belowPrefix(text) ?? text)
  const alone = HOST_ALONE.exec(text)
  return alone ? withHost(alone[1] ?? '', alone[3] ?? '') : null
}

/** Whether a path without a host belongs to the API, although its log could be one of another service. */
export const isApiPath = (path: string): boolean => belowPrefix(path) !== null || SURE_ROOT.test(path)

/** Whether the first part of a path is one of the API. */
export const hasApiRoot = (path: string): boolean => isApiPath(path) || ROOT.test(path)

/** The address without name and password, query and fragment. */
export function shownAddress(written: string): string {
  const [base = ''] = trimmed(written).split(/[?#]/)
  return base.replace(/^([a-z]+:)?\/\/[^/]*@/i, '$1//').slice(0, LONGEST)
}

function withHost(authority: string, rest: string): Address | null {
  const named = authority.slice(authority.lastIndexOf('@') + 1)
  const host = named.replace(/:\d*$/, '').toLowerCase()
  if (!/^(?:[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){0,10}\.?|\[[0-9a-f:.]{2,45}\])$/.test(host)) return null
  // A secret that was pasted as a host has no dot.
  if (!host.includes('.') && host.length > 30) return null
  if (/cloudflare\.com(?![a-z])/i.test(authority) && !OF_CLOUDFLARE.test(host)) return { kind: 'foreign', host }
  const path = rest.startsWith('/') ? rest : `/${rest}`
  const below = belowPrefix(path, OWN_HOST.test(host))
  if (below !== null) return belowApi(below)
  return CLOUDFLARE.test(host.replace(/\.$/, '')) ? belowApi(path) : { kind: 'foreign', host }
}

function afterVariable(variable: string, rest: string): Address {
  const path = belowPrefix(rest) ?? (ROOT.test(rest) ? rest : null)
  return path === null ? { kind: 'unread', reason: `The address is in a variable, ${variable}.` } : belowApi(path)
}

/** `/api/v4` is a prefix of this app, and of other services too: GitLab has it. */
function belowPrefix(path: string, isOwn = false): string | null {
  const [before = ''] = path.split(/[?#]/)
  const client = before.indexOf('/client/v4')
  if (client !== -1 && /^(?:\/|$)/.test(before.slice(client + 10))) return before.slice(client + 10)
  const api = before.indexOf('/api/v4/')
  const below = before.slice(api + 7)
  return api !== -1 && (isOwn || SURE_ROOT.test(below)) ? below : null
}

function belowApi(path: string): Address {
  // What follows doubled slashes at the beginning of a path is no host.
  const parts = pathParts(path.replace(/^\/+/, '/'))
  if (/^(?:zones|accounts)$/.test(parts[0] ?? '') && /%2f/i.test(parts[1] ?? '')) return NO_ID
  return parts.length === 0 ? NO_OPERATION : { kind: 'call', path: `/${parts.join('/')}` }
}

const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** Without quotes around it, and the punctuation of the sentence. */
function trimmed(written: string): string {
  let text = written
    .slice(0, LONGEST + 1)
    .trim()
    .replace(/^["'`([\\]{1,4}/, '')
  for (;;) {
    const last = text.at(-1) ?? ''
    const opening = PAIRS[last]
    const isEnd = opening === undefined ? /["'`.,;:\\]/.test(last) : count(text, last) > count(text, opening)
    if (last === '' || !isEnd) return text
    text = text.slice(0, -1)
  }
}

const count = (text: string, sign: string) => text.split(sign).length - 1
