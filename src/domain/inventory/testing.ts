import { toWireCondition } from '#domain/condition/condition.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import type { Token } from '#domain/token/token.ts'

export const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'

/** A test token: named, active, with DNS Read on one zone, unless `fields` says otherwise. */
export function testToken(id: string, fields: Partial<Token> = {}): Token {
  const policies: WirePolicy[] = fields.policies ?? [
    {
      effect: 'allow',
      permission_groups: [{ id: '82e64a83756745bbbb1c9c2701bf816b', name: 'DNS Read' }],
      resources: { 'com.cloudflare.api.account.zone.22222222222222222222222222222222': '*' },
    },
  ]
  return {
    id,
    name: `token ${id}`,
    status: 'active',
    issuedOn: '2026-01-01T00:00:00Z',
    modifiedOn: '2026-01-01T00:00:00Z',
    lastUsedOn: null,
    notBefore: null,
    expiresOn: null,
    creatorEmail: null,
    provisionerType: null,
    provisionerId: null,
    condition: { allowed: [], exceptions: [] },
    ...fields,
    policies,
    wire: fields.wire ?? wireOf({ id, ...fields, policies }),
  }
}

/** The API's answer for these fields. */
function wireOf(fields: Partial<Token> & { id: string }): Token['wire'] {
  const { id, name = `token ${id}`, status = 'active', policies, condition, notBefore, expiresOn } = fields
  return {
    id,
    name,
    status,
    policies,
    ...(condition && { condition: toWireCondition(condition) }),
    ...(notBefore && { not_before: notBefore }),
    ...(expiresOn && { expires_on: expiresOn }),
  }
}
