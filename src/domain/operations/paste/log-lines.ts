import { hasApiRoot, isApiPath, readAddress, IN_TEXT } from './address.ts'
import type { Call, Found } from './collect.ts'
import { loggedFields } from './log-fields.ts'
import { METHODS, statusBehind, type Log } from './log.ts'
import { asTemplate, definesRoute } from './programs.ts'
import { readUrls } from './url-lines.ts'
import { usualMethod } from './usual-method.ts'

/** `GET /path HTTP/1.1`: of a dump of a request, also in JSON after `\n`; or in quotes of an access log. */
const REQUEST_LINE = new RegExp(String.raw`(?:(?<![\w-])|(?<=\\n))(${METHODS}) (${IN_TEXT}) HTTP/\d(?:\.\d)?`)
/** A method, and an address or path of the API somewhere behind it; in a program, as two arguments. */
const REQUEST = new RegExp(
  String.raw`(?<![\w-])(${METHODS})(?![\w-])(?:["'\x60],\s{0,2}(?=["'\x60]\/)|[\s"'\x60\]:)*|]{0,5})(?:(?:->|→|=>|to|on|for|request to) )?["'\x60(<\\]{0,3}(https?://${IN_TEXT}|/${IN_TEXT})`,
  'g',
)
/** The whole line, in any case, and with a placeholder or no slash in front. */
const ALONE = new RegExp(
  String.raw`^[-*•>+$\s]{0,6}["'\x60]?(${METHODS})["'\x60]?:?\s{1,8}["'\x60]?((?:https?://)?${IN_TEXT})["'\x60]?(?:\s+HTTP/[\d.]+)?[,;]?$`,
  'i',
)
/** `client.get('/zones')`, `client.Post(ctx, "/accounts/…"`: a client of any language with a path. */
const WITH_PATH = new RegExp(
  String.raw`(?<![\w$])\$?[A-Za-z_]\w{0,40}(?:\.|->|::)(${METHODS})(?:<[^<>()]{0,60}>)?\((?:ctx, ?)?[$fF]?["'\x60](/[^"'\x60\s?,]{1,500})`,
  'gi',
)
const GO_CLIENT = /\bREQUEST Method:([A-Z]{3,7}) URI:(\S{1,2000})/
const WRANGLER = new RegExp(String.raw`-- START CF API REQUEST: ([A-Z]{3,7}) (${IN_TEXT})`)
const WRANGLER_ANSWER = /-- START CF API RESPONSE: [A-Za-z ]{0,40}([1-5]\d\d)\b/
const WRANGLER_ERROR = /A request to the Cloudflare API \((\/[^\s()]{1,500})\) failed/
const ANSWER = /(?:^|[<│|:\]]\s?|\s|\\n)HTTP\/\d(?:\.\d)? ([1-5]\d\d)\b/
const GO_ANSWER = /\bRESPONSE URI:\S{1,2000} StatusCode:([1-5]\d\d)\b/
/** Reads a line that is not a command: whatever names a request, or answers one. */
export function readLine(log: Log, index: number): boolean {
  const line = log.lines[index] ?? ''
  if (line.length < 4) return false
  if (!/[/=:]/.test(line)) return readBroken(log, index)
  return (
    readAnswer(log, line) ||
    readDump(log, index) ||
    readTool(log, index) ||
    readWritten(log, index) ||
    readFields(log, index) ||
    readUrls(log, index)
  )
}

function readAnswer(log: Log, line: string): boolean {
  const status = (WRANGLER_ANSWER.exec(line) ??
    GO_ANSWER.exec(line) ??
    (REQUEST_LINE.test(line) ? null : ANSWER.exec(line)))?.[1]
  if (status === undefined) return false
  const [only, ...others] = log.open
  if (only && others.length === 0) only.status ??= Number(status)
  log.open.length = 0
  return true
}

/** `GET /client/v4/… HTTP/1.1` and its `Host:`; or in quotes, with a status behind it. */
function readDump(log: Log, index: number): boolean {
  const line = log.lines[index] ?? ''
  const match = REQUEST_LINE.exec(line)
  if (!match) return false
  const [whole, method = '', address = ''] = match
  const rest = line.slice(match.index + whole.length)
  const status = statusBehind(rest)
  const isAccessLog = rest.startsWith('"') && status !== null
  const host = isAccessLog ? null : hostBelow(log.lines, index)
  const isAlone = !isAccessLog && /^[\s>│|$+-]*$/.test(line.slice(0, match.index))
  if (host === null && address.startsWith('/') && !(isAlone ? hasApiRoot(address) : isApiPath(address))) return true
  const full = host !== null && address.startsWith('/') ? `https://${host}${address}` : address
  const found = {
    line: index + 1,
    method,
    address: full,
    status,
    from: isAccessLog ? 'access log' : 'HTTP log',
  }
  if (!repeatsCommand(log, found)) open(log, log.to.request(found))
  return true
}

const HOST_LINE = /^[\s>│|]{0,6}host: ?([\w.:-]{1,253})\s*$/i

/** The `Host` among the header lines below a request. */
function hostBelow(lines: readonly string[], index: number): string | null {
  for (const line of lines.slice(index + 1, index + 30)) {
    const host = HOST_LINE.exec(line)?.[1]
    if (host !== undefined) return host
    if (!/^[\s>│|]{0,6}[\w-]{1,60}:/.test(line)) return null
  }
  return null
}

/** `curl -v` prints the request that its command already tells. */
function repeatsCommand(log: Log, { method, address }: Found): boolean {
  if (log.command.length === 0) return false
  const read = readAddress(address)
  const call = log.command.find((one) => read?.kind === 'call' && one.path === read.path && one.method === method)
  if (!call) return false
  log.open = [call]
  return true
}

function readTool(log: Log, index: number): boolean {
  const line = log.lines[index] ?? ''
  const wrangler = WRANGLER.exec(line)
  const [, method, address] = wrangler ?? GO_CLIENT.exec(line) ?? []
  if (method !== undefined && address !== undefined) {
    open(
      log,
      log.to.request({
        line: index + 1,
        method,
        address,
        status: null,
        from: wrangler ? 'wrangler log' : 'cloudflare-go log',
      }),
    )
    return true
  }
  const failed = WRANGLER_ERROR.exec(line)?.[1]
  if (failed === undefined) return false
  log.to.request({
    line: index + 1,
    method: usualMethod(failed),
    address: failed,
    status: null,
    from: 'wrangler error',
    isGuess: true,
  })
  return true
}

function open(log: Log, call: Call | null): void {
  if (call === null || call.status === null) log.open.push(call)
}

/** A method with an address or a path of the API. */
function readWritten(log: Log, index: number): boolean {
  const line = (log.lines[index] ?? '').trim()
  const alone = line.length < 3000 ? ALONE.exec(line) : null
  const number = index + 1
  if (alone) {
    const [, method = '', written = ''] = alone
    const hasHost = /^https?:|^[\w-]+\.[\w.-]+\//i.test(written)
    const isPath = written.startsWith('/') || (!hasHost && hasApiRoot(`/${written}`))
    const address = isPath && !written.startsWith('/') ? `/${written}` : written
    if (isPath || hasHost || /^[$%{<]/.test(written)) {
      open(log, log.to.request({ line: number, method, address, status: null, from: 'method and path' }))
      return true
    }
  }
  if (definesRoute(line)) return false
  let isFound = false
  for (const [, method = '', address = ''] of asTemplate(line).matchAll(WITH_PATH)) {
    if (!isApiPath(address)) continue
    log.to.request({ line: number, method, address, status: null, from: 'method and path' })
    isFound = true
  }
  for (const match of line.matchAll(REQUEST)) {
    const [whole, method = '', address = ''] = match
    if (address.startsWith('/') && !isApiPath(address)) continue
    const status = statusBehind(line.slice(match.index + whole.length))
    open(
      log,
      log.to.request({
        line: number,
        method,
        address,
        status,
        from: 'method and path',
      }),
    )
    isFound = true
  }
  return isFound || readBroken(log, index)
}

/** Terraform breaks `POST "https://…": 403 Forbidden` over lines of a frame. */
function readBroken(log: Log, index: number): boolean {
  const unframed = (at: number) => (log.lines[at] ?? '').replace(/^[\s│|]{0,8}/, '').trim()
  const method = new RegExp(`(?:^|\\s)(${METHODS})$`).exec((log.lines[index] ?? '').slice(-200).trim())?.[1]
  const match = method === undefined ? null : /^"?(https?:\/\/[^\s"']{1,2000})/.exec(unframed(index + 1))
  if (method === undefined || !match) return false
  const after = `${unframed(index + 1).slice(match[0].length)} ${unframed(index + 2)}`
  const status = statusBehind(after)
  log.to.request({
    line: index + 1,
    method,
    address: match[1] ?? '',
    status,
    from: 'method and path',
  })
  log.skipUrl = index + 1
  return true
}

function readFields(log: Log, index: number): boolean {
  const fields = loggedFields(asTemplate(log.lines[index] ?? ''))
  if (fields === null) return false
  const { method, address, host, status, id } = fields
  if (method === null || address === null) {
    const call = id === null ? undefined : log.byId.get(id)
    if (call) call.status ??= status
    return true
  }
  const isPath = address.startsWith('/')
  if (isPath && host === null && !isApiPath(address)) return true
  const full = isPath && host !== null ? `https://${host}${address}` : address
  const call = log.to.request({ line: index + 1, method, address: full, status, from: 'log' })
  if (call && id !== null) log.byId.set(id, call)
  return true
}
