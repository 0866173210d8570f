import { isPolicy } from './read-policy.ts'

/**
 * One text for all policies that mean the same: order, repeated groups, policy ids and
 * group names do not count (the API reorders and renames at will), everything else does.
 * A value that has not the form of a policy is compared as it is.
 */
export function canonicalPolicy(policy: unknown): string {
  if (!isPolicy(policy)) return stableText(policy)
  // Both objects may hold more than their types say, and all of it counts.
  const { id: _, ...kept } = policy
  const groups = policy.permission_groups.map((group) => {
    const { name: _, ...rest } = group
    return stableText(rest)
  })
  return stableText({ ...kept, permission_groups: [...new Set(groups)].sort() })
}

/** Whether two lists hold the same policies, in whatever order. */
export function samePolicies(a: unknown[], b: unknown[]): boolean {
  const texts = (policies: unknown[]) => policies.map(canonicalPolicy).sort().join('\n')
  return texts(a) === texts(b)
}

/** JSON with the keys of every object sorted. */
export function stableText(value: unknown): string {
  // Nothing at all has no JSON; it is told apart from every text all the same.
  if (value === undefined) return ''
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
