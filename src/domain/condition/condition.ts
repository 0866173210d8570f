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

// An object of any shape: every field is checked where it is read.
const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
