import { parseGroupName } from '#domain/permission-groups/group-name.ts'
import { addressesOf, isEverything, isNothing } from '#domain/condition/address-set.ts'
import type { IpCondition } from '#domain/token/token.ts'
import { parseResource } from './resource-keys.ts'
import type { WirePolicy } from './wire.ts'

/** "DNS Write +3": the first group of the first policy, and how many others there are. */
export function summarizePermissions(policies: WirePolicy[]): {
  first: { product: string; level: string } | null
  more: number
} {
  const groups = new Map(policies.flatMap((policy) => policy.permission_groups).map((group) => [group.id, group]))
  const [first] = groups.values()
  if (!first) return { first: null, more: 0 }
  // The name comes from outside: anything but text is no name.
  const named =
    typeof first.name === 'string' && first.name ? parseGroupName(first.name) : { product: first.id, level: '' }
  return { first: named, more: groups.size - 1 }
}

/** "Account, 2 zones", "All zones", "3 buckets", "1 other key", "Nothing". */
export function summarizeResources(policies: WirePolicy[], accountId: string): string {
  const zones = new Set<string>()
  const buckets = new Set<string>()
  const others = new Set<string>()
  const whole = new Set<string>()
  const targets = policies.flatMap(({ resources }) =>
    Object.entries(resources).flatMap(([key, value]) => parseResource(key, value)),
  )
  for (const target of targets) {
    if (target.kind === 'zone') zones.add(target.zoneId)
    else if (target.kind === 'other') others.add(target.key)
    else if (target.accountId !== accountId) others.add(target.accountId)
    else if (target.kind === 'bucket') buckets.add(`${target.jurisdiction}/${target.name}`)
    else whole.add(WHOLE[target.kind])
  }
  const parts = [
    ...whole,
    ...(zones.size > 0 ? [count(zones.size, 'zone')] : []),
    ...(buckets.size > 0 ? [count(buckets.size, 'bucket')] : []),
    ...(others.size > 0 ? [count(others.size, 'other key')] : []),
  ]
  return parts.join(', ') || 'Nothing'
}

const WHOLE = { account: 'Account', 'all-zones': 'All zones', 'all-buckets': 'All buckets' }

/** "Anywhere", "2 ranges", "2 ranges, 1 exception", "Anywhere but 1 range", "Nowhere", "Limit not readable". */
export function summarizeCondition(condition: IpCondition): string {
  const { allowed, exceptions, isOdd } = condition
  if (isOdd) return 'Limit not readable'
  const addresses = addressesOf(condition)
  if (addresses && isEverything(addresses)) return 'Anywhere'
  if (addresses && isNothing(addresses)) return 'Nowhere'
  if (allowed.length === 0) return `Anywhere but ${count(exceptions.length, 'range')}`
  const from = count(allowed.length, 'range')
  return exceptions.length === 0 ? from : `${from}, ${count(exceptions.length, 'exception')}`
}

const count = (amount: number, noun: string) => `${amount} ${noun}${amount === 1 ? '' : 's'}`
