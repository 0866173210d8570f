import { isObject } from './validate-token.ts'

/** Whether two policies grant the same: effect, groups and resources in any order. IDs and names do not count. */
export const samePolicy = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

function canonical(policy: unknown): string {
  if (!isObject(policy)) return JSON.stringify(policy)
  const groups: unknown[] = Array.isArray(policy['permission_groups']) ? policy['permission_groups'] : []
  const ids = groups.map((group) => (isObject(group) ? String(group['id']) : '')).toSorted()
  return JSON.stringify([policy['effect'], ids, sorted(policy['resources'])])
}

function sorted(value: unknown): unknown {
  if (!isObject(value)) return value
  const pairs = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const)
  // Tagged as a map, to differ from a list of pairs.
  return { map: pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)) }
}
