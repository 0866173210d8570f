import type { IpCondition } from '#domain/token/token.ts'

/**
 * Reads a stored condition. The key is `request_ip` in the schema and
 * `request.ip` in older answers and docs; both are read.
 */
export function fromWireCondition(wire: unknown): IpCondition {
  const limits = asRecord(asRecord(wire)['request_ip'] ?? asRecord(wire)['request.ip'])
  return { allowed: texts(limits['in']), exceptions: texts(limits['not_in']) }
}

/** The condition as the API takes it; empty lists are left out, and `{}` clears. */
export function toWireCondition({ allowed, exceptions }: IpCondition): {
  request_ip?: { in?: string[]; not_in?: string[] }
} {
  if (allowed.length === 0 && exceptions.length === 0) return {}
  return {
    request_ip: {
      ...(allowed.length > 0 && { in: allowed }),
      ...(exceptions.length > 0 && { not_in: exceptions }),
    },
  }
}

/**
 * The condition in the place of a stored one. Lists that were not touched go back as
 * they came, whatever they hold: a limit the app cannot read must not vanish in an
 * edit. Keys the app does not know stay.
 */
export function replaceWireCondition(stored: unknown, condition: IpCondition): Record<string, unknown> {
  const { request_ip, 'request.ip': older, ...others } = asRecord(stored)
  const storedLimits = request_ip ?? older
  if (sameLists(fromWireCondition(stored), condition)) {
    return { ...others, ...(isLimit(storedLimits) && { request_ip: storedLimits }) }
  }
  const { in: _, not_in: __, ...otherLimits } = asRecord(storedLimits)
  const limits = { ...otherLimits, ...toWireCondition(condition).request_ip }
  return { ...others, ...(isLimit(limits) && { request_ip: limits }) }
}

/** Anything but nothing and empty lists. */
function isLimit(limits: unknown): boolean {
  if (limits === undefined || limits === null) return false
  if (typeof limits !== 'object') return true
  return Object.values(limits).some((list) => !Array.isArray(list) || list.length > 0)
}

function sameLists(a: IpCondition, b: IpCondition): boolean {
  const same = (one: string[], other: string[]) =>
    one.length === other.length && one.every((range, index) => range === other[index])
  return same(a.allowed, b.allowed) && same(a.exceptions, b.exceptions)
}

// An object of any shape: every field is checked where it is read.
const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
