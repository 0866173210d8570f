import { has, readOptions, valueOf, type OptionForms, type Options } from './options.ts'

/** A request as a command writes it: any method and address. */
export type Written = { method: string; address: string }

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

const CURL: OptionForms = {
  short: 'XHdFTubcoAexmwKECDrUyYztQPh',
  long: words(`request header data data-raw data-binary data-ascii data-urlencode json form form-string upload-file user
    cookie cookie-jar output user-agent referer proxy max-time connect-timeout write-out config cert key cacert capath
    retry retry-delay retry-max-time resolve url url-query interface dump-header range limit-rate oauth2-bearer aws-sigv4
    proxy-user proxy-header request-target unix-socket connect-to dns-servers variable cert-type key-type ciphers
    tls13-ciphers pass noproxy max-redirs max-filesize output-dir stderr trace trace-ascii trace-config time-cond socks4
    socks5 socks5-hostname preproxy keepalive-time expect100-timeout netrc-file rate parallel-max proto proto-default
    expand-url expand-data expand-header`),
}
const WGET: OptionForms = {
  short: 'oOaeitTwQPUlARDIXB',
  long: words(`method post-data post-file body-data body-file header user password output-document output-file timeout
    tries wait user-agent referer ca-certificate certificate private-key load-cookies save-cookies http-user
    http-password directory-prefix`),
}
const HTTPIE: OptionForms = {
  short: 'aAopsb',
  long: words('auth auth-type output print pretty style session timeout proxy verify cert cert-key bearer raw'),
}
const CURL_BODY = [
  'd',
  'data',
  'data-raw',
  'data-binary',
  'data-ascii',
  'data-urlencode',
  'json',
  'F',
  'form',
  'form-string',
  'expand-data',
]

/** The requests of one `curl` command: one for each address, and after `--next` others. */
export function curlRequests(all: readonly string[]): Written[] {
  const next = all.findIndex((word) => word === '--next' || word === '-:')
  if (next !== -1) return [...curlRequests(all.slice(0, next)), ...curlRequests(all.slice(next + 1))]
  const options = readOptions(all, CURL)
  const method = valueOf(options, 'X', 'request') ?? curlMethod(options)
  const urls = options.given.filter(([name]) => name === 'url' || name === 'expand-url').map(([, value]) => value)
  return addresses([...urls, ...options.rest]).map((address) => ({ method, address }))
}

function curlMethod(options: Options): string {
  if (has(options, 'I', 'head')) return 'HEAD'
  if (has(options, 'G', 'get')) return 'GET'
  if (has(options, 'T', 'upload-file')) return 'PUT'
  return has(options, ...CURL_BODY) ? 'POST' : 'GET'
}

export function wgetRequests(all: readonly string[]): Written[] {
  const options = readOptions(all, WGET)
  const implied = has(options, 'post-data', 'post-file') ? 'POST' : has(options, 'spider') ? 'HEAD' : 'GET'
  const method = valueOf(options, 'method') ?? implied
  return addresses(options.rest).map((address) => ({ method, address }))
}

/** `http POST example.com/path name=value`. Without a method, fields of a body make it a POST, or input (`isFed`). */
export function httpieRequests(all: readonly string[], isFed: boolean): Written[] {
  const options = readOptions(all, HTTPIE)
  const { rest } = options
  const [first = '', second = ''] = rest
  const isMethod = /^[A-Za-z]{3,7}$/.test(first) && first !== 'localhost'
  const address = isMethod ? second : first
  const hasFields = rest.slice(isMethod ? 2 : 1).some((item) => /^[\w[\].-]+(?::?=(?!=)|@)/.test(item))
  const hasBody = hasFields || (isFed && !has(options, 'ignore-stdin', 'I'))
  const method = isMethod ? first : hasBody ? 'POST' : 'GET'
  const [known] = addresses([address.replace(/^:(?=\d|\/)/, 'localhost:').replace(/^localhost:\//, 'localhost/')])
  return known === undefined ? [] : [{ method, address: known }]
}

/** `Invoke-RestMethod -Uri … -Method Post`. The names of options may be in any case, and cut short: `-me`, `-ur`. */
export function powershellRequests(all: readonly string[]): Written[] {
  let method = 'GET'
  const found: string[] = []
  for (let at = 0; at < all.length; at += 1) {
    const [name = '', joined] = (all[at] ?? '').toLowerCase().split(/:(?=\w*$)/)
    const value = joined ?? all[at + 1] ?? ''
    if (/^-(?:me|cu)/.test(name)) method = value
    else if (name.startsWith('-ur')) found.push(joined ?? added(all, at + 1))
    else if (!name.startsWith('-') && found.length === 0 && /^(?:https?:|\$)/.test(name) && isFirst(all, at))
      found.push(all[at] ?? '')
  }
  return addresses(found).map((address) => ({ method, address }))
}

/** `('https://…/zones/' + $zone + '/settings')`: parts that a program adds. */
function added(all: readonly string[], from: number): string {
  const parts = [all[from] ?? '']
  for (let at = from + 1; all[at] === '+'; at += 2) parts.push(all[at + 1] ?? '')
  return parts.join('')
}

/** A word after an option without a dash before it is its value. */
const isFirst = (all: readonly string[], at: number) => at === 0 || !/^-\w+$/.test(all[at - 1] ?? '')

/** Words that can be addresses; those in a variable alone only where no other is. */
function addresses(candidates: readonly string[]): string[] {
  const written = candidates.filter((word) =>
    /^["'(]?(?:https?:\/\/|localhost\b|(?:\$\{?\w+\}?|%\w+%|\{\{[^}]{1,80}\}\}|<\w+>)\/|[\w-]+(?:\.[\w-]+)+(?::\d+)?\/|api\.cloudflare\.com$)/i.test(
      word,
    ),
  )
  return written.length > 0
    ? written
    : candidates.filter((word) => /^(?:\$\{?\w+\}?|%\w+%|\{\{[^}]{1,80}\}\})$/.test(word)).slice(0, 1)
}
