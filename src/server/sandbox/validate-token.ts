import { ApiError, invalid } from './api-error.ts'
import { isCidr } from './ip-match.ts'
import { readText } from './read-json.ts'
import type { StoredToken } from './types.ts'

const NAME_MAX = 120
const WIRE_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/

export type Body = Record<string, unknown>

/** The body as an object; anything else is a 400. */
export async function readBody(request: Request): Promise<Body> {
  const text = await readText(request)
  try {
    const value: unknown = JSON.parse(text === '' ? '{}' : text)
    if (isObject(value)) return value
  } catch {
    // Refused below, like JSON that is no object.
  }
  throw new ApiError(400, { code: 1001, message: 'Request body must be a JSON object' })
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function validName(name: unknown): string {
  if (typeof name === 'string' && name.trim() !== '' && Array.from(name).length <= NAME_MAX) return name
  throw invalid(400, `name must have a length between 1 and ${NAME_MAX}`, '/name')
}

/** A time, `null` to clear it, or `undefined` when the body omits it. */
export function validTime(value: unknown, field: 'expires_on' | 'not_before'): string | null | undefined {
  if (value === undefined || value === null) return value
  if (typeof value === 'string' && isTime(value)) {
    return `${new Date(value).toISOString().slice(0, 19)}Z`
  }
  throw invalid(1001, `${field} must be an RFC 3339 time`, `/${field}`)
}

/** `Date.parse` accepts February 30; the API does not. */
function isTime(text: string): boolean {
  const day = WIRE_TIME.exec(text)?.[1]
  if (day === undefined || Number.isNaN(Date.parse(text))) return false
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
}

type Validity = Pick<StoredToken, 'expires_on' | 'not_before'>

/** Checks the expiry against clock and start. An unchanged time may be in the past. */
export function checkValidity(token: Validity, stored: Validity | undefined, now: number) {
  const isNewEnd = token.expires_on !== stored?.expires_on
  if (!token.expires_on || (!isNewEnd && token.not_before === stored?.not_before)) return
  const end = Date.parse(token.expires_on)
  if (isNewEnd && end <= now) throw invalid(1001, 'expires_on must be in the future', '/expires_on')
  if (token.not_before && end <= Date.parse(token.not_before)) {
    throw invalid(1001, 'expires_on must be after not_before', '/expires_on')
  }
}

/** `null` and `{}` clear it, `undefined` (absent) keeps it. Both spellings are accepted, one is answered. */
export function validCondition(value: unknown): StoredToken['condition'] | null | undefined {
  if (value === undefined || value === null) return value
  if (!isObject(value)) throw invalid(1001, 'condition must be an object', '/condition')
  const limits = value['request_ip'] ?? value['request.ip']
  if (limits === undefined || limits === null) return null
  if (!isObject(limits)) throw invalid(1001, 'request_ip must be an object', '/condition/request_ip')
  const lists = (['in', 'not_in'] as const).flatMap((key) => {
    const list = limits[key] ?? []
    if (!Array.isArray(list)) throw invalid(1001, `${key} must be a list`, `/condition/request_ip/${key}`)
    const wrong = list.findIndex((cidr) => !isCidr(cidr))
    if (wrong !== -1) {
      throw invalid(1001, `"${String(list[wrong])}" is not a valid CIDR`, `/condition/request_ip/${key}/${wrong}`)
    }
    return list.length > 0 ? [[key, list] as const] : []
  })
  return lists.length > 0 ? { request_ip: Object.fromEntries(lists) } : null
}

export function validStatus(value: unknown): 'active' | 'disabled' | undefined {
  if (value === undefined || value === 'active' || value === 'disabled') return value
  throw invalid(1001, 'status must be active or disabled', '/status')
}
