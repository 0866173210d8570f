import type { WirePolicyInput } from './wire.ts'

type Comparable = Pick<WirePolicyInput, 'effect' | 'resources'> & {
  permission_groups: { id: string; meta?: unknown }[]
}

/**
 * One text for all policies that mean the same: order, repeated groups, policy ids and
 * group names do not count (the API reorders and renames at will), everything else does.
 */
export function canonicalPolicy(policy: Comparable): string {
  // Both objects may hold more than their types say, and all of it counts.
  const { id: _, ...kept } = policy as Comparable & { id?: unknown }
  const groups = policy.permission_groups.map((group) => {
    const { name: _, ...kept } = group as { name?: unknown }
    return stableText(kept)
  })
  return stableText({ ...kept, permission_groups: [...new Set(groups)].sort() })
}

/** Whether two lists hold the same policies, in whatever order. */
export function samePolicies(a: Comparable[], b: Comparable[]): boolean {
  const texts = (policies: Comparable[]) => policies.map(canonicalPolicy).sort().join('\n')
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
