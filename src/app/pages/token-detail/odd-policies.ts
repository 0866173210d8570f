import { isPolicy } from '#domain/policy/read-policy.ts'
import type { Token } from '#domain/token/token.ts'

/** Which policies, counted from 1, cannot be read as a whole; `null` where they came as no list. */
export function oddPolicies({ wire }: Token): number[] | null {
  const came: unknown = wire.policies
  return Array.isArray(came) ? came.flatMap((policy, index) => (isPolicy(policy) ? [] : [index + 1])) : null
}
