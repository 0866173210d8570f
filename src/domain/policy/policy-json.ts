import type { WirePolicyInput } from './wire.ts'

/** JSON as typed: its value, or the parser's reason. */
export function readPolicyJson(text: string): { ok: true; value: unknown } | { ok: false; message: string } {
  try {
    const value: unknown = JSON.parse(text)
    return { ok: true, value }
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : 'unreadable' }
  }
}

/** Whether a typed value has the three parts every policy has; its other fields are the user's own. */
export function isPolicyShaped(value: unknown): value is WirePolicyInput {
  if (typeof value !== 'object' || value === null) return false
  // An object of any shape: each part is checked below.
  const { effect, permission_groups, resources } = value as Record<string, unknown>
  return (
    typeof effect === 'string' &&
    Array.isArray(permission_groups) &&
    permission_groups.every(hasId) &&
    typeof resources === 'object' &&
    resources !== null &&
    !Array.isArray(resources)
  )
}

const hasId = (group: unknown) =>
  typeof group === 'object' && group !== null && 'id' in group && typeof group.id === 'string'
