import type { WireToken } from '#domain/policy/wire.ts'

/** Fields that only the API sets, and those that a request sets separately. */
const KNOWN_FIELDS = new Set([
  'id',
  'name',
  'status',
  'issued_on',
  'modified_on',
  'last_used_on',
  'not_before',
  'expires_on',
  'policies',
  'condition',
  'creator_email_at_creation',
  'provisioner_type',
  'provisioner_id',
  'value',
])

/** The fields of a token that this app does not know. */
export const unknownFields = (wire: WireToken): Record<string, unknown> =>
  Object.fromEntries(Object.entries(wire).filter(([field]) => !KNOWN_FIELDS.has(field)))
