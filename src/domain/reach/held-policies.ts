import type { WirePolicy } from '#domain/policy/wire.ts'
import { groupsOf, reachReader } from './reach.ts'

const hasDenies = (policies: readonly WirePolicy[]): boolean => policies.some(({ effect }) => effect === 'deny')

/** The permission groups that are allowed, and denied in all the same places. Only denies take something away. */
function takenGroups(policies: readonly WirePolicy[], accountId: string): ReadonlySet<string> {
  if (!hasDenies(policies)) return NOTHING
  const all = groupsOf(reachReader({ accountId })(policies)).filter(
    ({ places, denies }) => denies.length > 0 && places.every(({ state }) => state === 'denied' || state === 'dead'),
  )
  return new Set(all.map(({ group }) => group.id))
}

const NOTHING: ReadonlySet<string> = new Set()

/** The policies, where those that allow are without the permission groups that denies take away everywhere. */
export function heldPolicies(policies: WirePolicy[], accountId: string): WirePolicy[] {
  const taken = takenGroups(policies, accountId)
  if (taken.size === 0) return policies
  return policies.map((policy) =>
    policy.effect === 'allow'
      ? { ...policy, permission_groups: policy.permission_groups.filter(({ id }) => !taken.has(id)) }
      : policy,
  )
}
