import { isObject } from '#domain/text/is-object.ts'

/** A policy split into parts for other tools. Its resources are not checked. */
export type StoredPolicy = {
  effect: string
  groups: { id: string; name: string | null }[]
  resources: unknown
  /** Fields that the app does not know. */
  extra: Record<string, unknown>
}

/** The parts of a stored policy, or the reason why it has none. */
export function readStored(policy: unknown): StoredPolicy | { problem: string } {
  if (!isObject(policy)) return { problem: 'isn’t an object' }
  const { id: _, effect, permission_groups: groups, resources, ...extra } = policy
  if (typeof effect !== 'string') return { problem: 'has no effect' }
  if (!Array.isArray(groups)) return { problem: 'has no list of permission groups' }
  if (!('resources' in policy)) return { problem: 'has no resources' }
  const read = groups.map(readGroup)
  const known = read.filter((group) => group !== null)
  if (known.length < read.length) return { problem: 'has a permission group without an ID' }
  return { effect, groups: known, resources, extra }
}

function readGroup(group: unknown): StoredPolicy['groups'][number] | null {
  if (!isObject(group)) return null
  const { id, name } = group
  return typeof id === 'string' && id ? { id, name: typeof name === 'string' ? name : null } : null
}

/** Whether resources have one of the two known forms: `"*"`, or one map nested in a key. */
export const areKnownResources = (resources: unknown): resources is Record<string, string | Record<string, string>> =>
  isObject(resources) &&
  Object.values(resources).every(
    (value) =>
      typeof value === 'string' ||
      (isObject(value) && Object.values(value).every((inner) => typeof inner === 'string')),
  )
