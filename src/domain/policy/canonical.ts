import { stableText } from '#domain/text/stable-text.ts'
import { isPolicy } from './read-policy.ts'

/**
 * One text for all policies with the same meaning. Order, repeated groups, policy ids and group names are ignored (the
 * API reorders and renames); everything else counts. A value that is not a policy is compared as is.
 */
export function canonicalPolicy(policy: unknown): string {
  if (!isPolicy(policy)) return stableText(policy)
  // Both objects may have more fields than their types say, and all of them count.
  const { id: _, ...kept } = policy
  const groups = policy.permission_groups.map((group) => {
    const { name: _, ...rest } = group
    return stableText(rest)
  })
  return stableText({ ...kept, permission_groups: [...new Set(groups)].sort() })
}

/** A policy with nothing but the IDs of its groups. */
export const withBareGroups = (policy: unknown): unknown =>
  isPolicy(policy) ? { ...policy, permission_groups: policy.permission_groups.map(({ id }) => ({ id })) } : policy

/** Whether two lists have the same policies, in any order. */
export function samePolicies(a: unknown[], b: unknown[]): boolean {
  const texts = (policies: unknown[]) => policies.map(canonicalPolicy).sort().join('\n')
  return texts(a) === texts(b)
}
