import { IN_TEXT, isApiPath, readAddress } from './address.ts'
import { statusBehind, type Log } from './log.ts'
import { methodNear } from './method-near.ts'
import {
  asTemplate,
  definesRoute,
  isArgument,
  isOfCommand,
  methodAbove,
  methodBefore,
  methodOfVariable,
  optionAbove,
} from './programs.ts'

/** Pages that tell of an operation, and are none. */
const DOCUMENTATION = /^https?:\/\/(?:developers\.cloudflare\.com\/|api\.cloudflare\.com\/?#)/i
const ALONE = new RegExp(
  String.raw`^[-*•>\s]{0,6}["'\x60<(]{0,2}((?:https?:/|api\.[\w.-]{1,60})?/${IN_TEXT})[>)"'\x60,;.]{0,3}$`,
  'i',
)
/** The beginning of a path without a slash in front, unlike a file: `zones/` and an ID, or a place for one. */
const NO_SLASH =
  /^([-*•>\s]{0,6}["'`<(]{0,2})(?=client\/v4\/|(?:zones|accounts)\/(?:[0-9a-f]{32}(?:[/?#]|\W?$)|[{<$:%]))/i
const R2 = /(?:^|\.)r2\.cloudflarestorage\.com$/
const URLS = new RegExp(String.raw`https?://${IN_TEXT}`, 'gi')
/** Addresses of the API without a method. Others are noise, unless one is the whole line. */
export function readUrls(log: Log, index: number): boolean {
  const line = asTemplate(log.lines[index] ?? '')
  if (index === log.skipUrl || /^\* \[HTTP\/\d\]/.test(line)) return false
  const alone = line.length < 3000 ? ALONE.exec(line.trim().replace(NO_SLASH, '$1/'))?.[1] : undefined
  if (alone !== undefined) return readAlone(log, index, alone)
  if (!line.includes('://')) return readVariable(log, index, line) || readBased(log, index, line)
  let isFound = false
  for (const { 0: url, index: at } of line.matchAll(URLS)) {
    const address = readAddress(url)
    if (address?.kind === 'foreign' && R2.test(address.host)) {
      // `aws s3 ls --endpoint-url …`: what it does there is in words of S3.
      log.to.add({ line: index + 1, text: address.host, kind: 'foreign', host: address.host })
      isFound = true
    }
    if (address?.kind !== 'call') continue
    const before = line.slice(Math.max(0, at - 120), at)
    const method = methodOf(log, index, before)
    if (method === null && isOfCommand(log.lines, index, before)) {
      isFound = true
      continue
    }
    const status = statusBehind(line.slice(at + url.length))
    const request = { line: index + 1, method: method ?? 'GET', address: url, status, from: 'URL' }
    log.to.request(method === null ? { ...request, isGuess: true } : request, address)
    isFound = true
  }
  return isFound
}

/** `url: {{base}}/zones` of an export: the host is in a variable. */
const VARIABLE_URL =
  /^\s*(?:- )?["']?url["']?\s?[:=]\s?["'`]?((?:\{\{[^}\n]{1,60}\}\}|\$\{[^}\n]{1,60}\})\/[^\s"'`,]{1,1000})/i

function readVariable(log: Log, index: number, line: string): boolean {
  const written = VARIABLE_URL.exec(line.slice(0, 1500))?.[1]
  const address = written === undefined ? null : readAddress(written)
  if (written === undefined || address?.kind !== 'call') return false
  const method = methodNear(log, index)
  const request = { line: index + 1, method: method ?? 'GET', address: written, status: null, from: 'URL' }
  log.to.request(method === null ? { ...request, isGuess: true } : request, address)
  return true
}

/** `f"{BASE}/zones/{id}"`, `BASE + "/zones/"`, `"%s/zones/%s" % (BASE, id)` of a program: the host is in a variable. */
const BASED =
  /(?:["'`](?:[$#]?\{[^}\s"'`]{0,80}\}|%s)|(?<![\w$.])\$?[A-Za-z_][\w.]{0,60}\s?\+\s?["'`])((?:\/client\/v4)?\/(?:zones|accounts|user\/tokens)(?=[/?"'`])[^\s"'`?,]{0,500})/g

/** Calls of a program. Other services have accounts as well, and what nothing calls is none. */
function readBased(log: Log, index: number, line: string): boolean {
  if (definesRoute(line)) return false
  let isFound = false
  for (const { 1: address = '', index: at } of line.slice(0, 4000).matchAll(BASED)) {
    if (!log.isCloudflare && !address.includes('/zones')) continue
    const method = methodOf(log, index, `${line.slice(Math.max(0, at - 120), at)}"`)
    if (method === null && !line.includes('fetch(')) continue
    const request = { line: index + 1, method: method ?? 'GET', address, status: null, from: 'URL' }
    log.to.request(method === null ? { ...request, isGuess: true } : request)
    isFound = true
  }
  return isFound
}

/** The method of an address, by what is before it, around it, or where a variable takes it. */
const methodOf = (log: Log, index: number, before: string): string | null =>
  methodBefore(before) ??
  methodAbove(log.lines, index, before) ??
  methodNear(log, index) ??
  methodOfVariable(log.lines, index, before)

/** An address alone is a GET, as in a browser. Of paths, only those of the API count. */
function readAlone(log: Log, index: number, alone: string): boolean {
  const isPath = alone.startsWith('/') && !alone.startsWith('//')
  if (DOCUMENTATION.test(alone) || (isPath && !isApiPath(alone))) return true
  const address = isPath || /^(?:https?:)?\/\//i.test(alone) ? alone : `https://${alone}`
  const method = methodOf(log, index, '') ?? optionAbove(log.lines, index)
  const request = { line: index + 1, method: method ?? 'GET', address, status: null, from: isPath ? 'path' : 'URL' }
  const isGuess = method === null && (isPath || isArgument(log.lines, index))
  log.to.request(isGuess ? { ...request, isGuess } : request)
  return true
}
