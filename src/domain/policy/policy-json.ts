import { isObject } from '#domain/text/is-object.ts'
import type { WirePolicyInput } from './wire.ts'

/** Parses typed JSON, or returns the parser's reason. */
export function readPolicyJson(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : 'unreadable' }
  }
}

/** Whether a typed value has the three required parts of a policy. Other fields are up to the user. */
export function isPolicyShaped(value: unknown): value is WirePolicyInput {
  if (!isObject(value)) return false
  const { effect, permission_groups, resources } = value
  return (
    typeof effect === 'string' &&
    Array.isArray(permission_groups) &&
    permission_groups.every((group) => isObject(group) && typeof group['id'] === 'string') &&
    isObject(resources)
  )
}
