import { fromWireCondition } from '#domain/condition/condition.ts'
import { readPolicy } from '#domain/policy/read-policy.ts'
import { isObject } from '#domain/text/is-object.ts'
import { readTime } from './time.ts'
import type { Token } from './token.ts'

/**
 * Reads a token of the API; `null` when it is no object or has no id. The SDK types every field as optional. A field of
 * an unknown form must not hide the token: it reads as empty here and stays in `wire`, which updates start from. Only a
 * secret does not: tokens are cached, shown and exported.
 */
export function readToken(came: unknown): Token | null {
  if (!isObject(came) || typeof came['id'] !== 'string' || came['id'] === '') return null
  const { value: _, ...wire } = came
  const text = (field: string) => (typeof wire[field] === 'string' ? wire[field] : null)
  return {
    id: came['id'],
    name: text('name') ?? '',
    status: text('status') ?? 'unknown',
    issuedOn: readTime(wire['issued_on']),
    modifiedOn: readTime(wire['modified_on']),
    lastUsedOn: readTime(wire['last_used_on']),
    notBefore: readTime(wire['not_before']),
    expiresOn: readTime(wire['expires_on']),
    creatorEmail: text('creator_email_at_creation'),
    provisionerType: text('provisioner_type'),
    provisionerId: text('provisioner_id'),
    policies: Array.isArray(wire['policies']) ? wire['policies'].map(readPolicy) : [],
    condition: fromWireCondition(wire['condition']),
    wire,
  }
}
