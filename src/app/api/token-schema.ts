import * as v from 'valibot'
import { fromWireCondition } from '#domain/condition/condition.ts'
import type { WireToken } from '#domain/policy/wire.ts'
import { parseTime, type Token } from '#domain/token/token.ts'

const text = v.fallback(v.string(), '')
const optionalText = v.fallback(v.nullable(v.string()), null)
const time = v.pipe(v.unknown(), v.transform(parseTime))

const policy = v.looseObject({
  effect: v.fallback(v.string(), 'unknown'),
  permission_groups: v.fallback(v.array(v.looseObject({ id: text })), []),
  resources: v.fallback(v.record(v.string(), v.any()), {}),
})

const token = v.looseObject({
  id: text,
  name: text,
  status: v.fallback(v.string(), 'unknown'),
  issued_on: time,
  modified_on: time,
  last_used_on: time,
  not_before: time,
  expires_on: time,
  creator_email_at_creation: optionalText,
  provisioner_type: optionalText,
  provisioner_id: optionalText,
  policies: v.fallback(v.array(policy), []),
  condition: v.pipe(v.unknown(), v.transform(fromWireCondition)),
})

/** The SDK types every field optional. One odd token must not take the whole list down with it. */
export function toToken(wire: WireToken): Token {
  const known = v.parse(token, {
    ...EMPTY,
    ...wire,
  })
  return {
    id: known.id,
    name: known.name,
    status: known.status,
    issuedOn: known.issued_on,
    modifiedOn: known.modified_on,
    lastUsedOn: known.last_used_on,
    notBefore: known.not_before,
    expiresOn: known.expires_on,
    creatorEmail: known.creator_email_at_creation,
    provisionerType: known.provisioner_type,
    provisionerId: known.provisioner_id,
    policies: known.policies,
    condition: known.condition,
    wire,
  }
}

/** An absent field gets its fallback like a wrong one. */
const EMPTY = Object.fromEntries(Object.keys(token.entries).map((field) => [field, undefined]))
