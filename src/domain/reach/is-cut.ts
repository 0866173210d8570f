import { isPolicy } from '#domain/policy/read-policy.ts'
import type { Token } from '#domain/token/token.ts'

/** Whether a token may reach more than is known: its policies came as no list, or have parts that cannot be read. */
export function isCut({ policies, wire }: Pick<Token, 'policies' | 'wire'>): boolean {
  if (!Array.isArray(wire.policies)) return true
  const came: unknown[] = wire.policies
  // A policy of the documented form is read as it came.
  return came.some((policy, index) => policy !== policies[index] && !isPolicy(policy))
}
