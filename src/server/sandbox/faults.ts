import type { ErrorItem } from './api-error.ts'
import { DroppedConnection } from './dropped-connection.ts'
import { failure } from './envelope.ts'
import type { ArmedFault, Fault } from './fault-schema.ts'
import type { Account } from './types.ts'

export function armFault({ faults, room }: Account, fault: Fault): void {
  room.set('faults', JSON.stringify([...faults, fault]).length)
  faults.push({ ...fault, seen: 0, waiting: new Set() })
}

/** Answers that a fault still delays come at once. */
export function clearFaults({ faults, room }: Account): void {
  room.free('faults')
  for (const { waiting } of faults) for (const end of waiting) end()
  faults.length = 0
}

/** The fault for a call, if one is due. */
export function takeFault(
  { faults }: Account,
  { method, url }: Pick<Request, 'method' | 'url'>,
  path: string,
): ArmedFault | null {
  const { searchParams } = new URL(url)
  for (const fault of faults) {
    if (!matches(fault, method, path) || !hasParams(fault, searchParams)) continue
    fault.seen += 1
    const isDue = fault.seen >= fault.nth && (fault.times === 0 || fault.seen < fault.nth + fault.times)
    if (isDue) return fault
  }
  return null
}

function matches({ method, path }: Fault, actualMethod: string, actualPath: string): boolean {
  if (method && method.toUpperCase() !== actualMethod) return false
  const pattern = path
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('**', '\u0000')
    .replaceAll('*', '[^/]+')
    .replaceAll('\u0000', '.*')
  return new RegExp(`^${pattern}$`).test(actualPath)
}

const hasParams = ({ query }: Fault, params: URLSearchParams) =>
  Object.entries(query).every(([name, value]) => params.get(name) === value)

/** Applies a fault to a call. `call` runs unless the fault replaces it. */
export async function play(fault: ArmedFault, call: () => Promise<Response>): Promise<Response> {
  if (fault.delayMs) await elapsed(fault.delayMs, fault.waiting)
  if (fault.drop === 'before') throw new DroppedConnection()
  if (fault.status !== undefined) {
    if (fault.applied) await call()
    return replacement(fault, fault.status)
  }
  const answer = await call()
  if (fault.drop === 'after') throw new DroppedConnection()
  if (!fault.truncate && fault.body === undefined) return answer
  const text = fault.body === undefined ? await answer.text() : bodyText(fault.body)
  return new Response(fault.truncate ? text.slice(0, Math.floor(text.length / 2)) : text, {
    status: answer.status,
    headers: { 'content-type': fault.contentType ?? 'application/json', ...fault.headers },
  })
}

const elapsed = (ms: number, waiting: Set<() => void>) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      waiting.delete(end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    waiting.add(end)
  })

function replacement({ body, headers = {}, contentType }: Fault, status: number): Response {
  if (body === undefined)
    return failure(status, [PLAUSIBLE[status] ?? { code: 1000, message: `HTTP ${status}` }], headers)
  return new Response(bodyText(body), {
    status,
    headers: { 'content-type': contentType ?? 'application/json', ...headers },
  })
}

const bodyText = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body))

/** The API's usual error for a status, when a fault has no body. */
const PLAUSIBLE: Record<number, ErrorItem> = {
  400: { code: 1001, message: 'Invalid request' },
  401: { code: 10000, message: 'Authentication error' },
  403: {
    code: 9109,
    message: 'Unauthorized to access requested resource',
    documentation_url: 'https://developers.cloudflare.com/api/resources/accounts/subresources/tokens/',
  },
  404: { code: 1003, message: 'Token not found' },
  429: {
    code: 971,
    message: 'More than 1200 requests per 300 seconds reached. Please wait and consider throttling your request speed',
  },
  500: { code: 10000, message: 'Internal error' },
}
