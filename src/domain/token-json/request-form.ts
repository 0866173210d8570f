import { isObject } from '#domain/text/is-object.ts'

/** Fields of a token that no request accepts. */
export const READ_ONLY = [
  'id',
  'issued_on',
  'modified_on',
  'last_used_on',
  'value',
  'account_id',
  'user_id',
  'creator_email',
  'creator_email_at_creation',
  'provisioner_type',
  'provisioner_id',
]

/** Converts a token from an answer to a request. */
export function asRequest(token: Record<string, unknown>): { body: Record<string, unknown>; leftOut: string[] } {
  const leftOut = READ_ONLY.filter((key) => key in token)
  const body = Object.fromEntries(Object.entries(token).filter(([key]) => !READ_ONLY.includes(key)))
  return { body: Array.isArray(body['policies']) ? { ...body, policies: body['policies'].map(asSent) } : body, leftOut }
}

/** A create refuses policy ids, and the API sets group names. */
function asSent(policy: unknown): unknown {
  if (!isObject(policy)) return policy
  const { id: _, ...kept } = policy
  const groups = kept['permission_groups']
  if (!Array.isArray(groups)) return kept
  return {
    ...kept,
    permission_groups: groups.map((group: unknown) => {
      if (!isObject(group)) return group
      const { name: __, ...rest } = group
      return rest
    }),
  }
}
