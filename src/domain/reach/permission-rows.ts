import type { Deprecation, PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { groupLevel, type AccessLevel } from './access-level.ts'
import { groupsOf, reachReader, type GroupReach } from './reach.ts'
import { pairOfRead, pairOfWrite } from './read-in-write.ts'
import { heldGroup, type HeldGroup } from '#domain/policy/held-group.ts'
import { describePolicy, type SentenceTarget } from '#domain/policy/sentence.ts'
import type { Place } from '#domain/policy/place.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'

/** One permission in words: "Write", "Write denied", "Purge". */
export type PermissionCell = {
  id: string
  words: string
  /** What this policy alone makes of it. */
  level: AccessLevel
  deprecation: Deprecation | null
  /** What the API stores with the group, as JSON. */
  meta: string | null
}

type PermissionColumn = 'read' | 'write' | 'other'

/** The permissions of one product in one policy. A policy without groups has one row, without a product. */
export type PermissionRow = {
  key: string
  /** The policy's place in the token, from 1. */
  policy: number
  policyId: string | null
  /** `isNamed` is false for the ID of a group whose name is unknown. */
  product: { name: string; isNamed: boolean } | null
  cells: Record<PermissionColumn, PermissionCell[]>
  /** Whether a Write that the policy allows includes the Read of the product, and no policy denies that. */
  isReadIncluded: boolean
  targets: SentenceTarget[]
  /** The keys as the API has them, with their values. */
  resources: WirePolicy['resources']
}

type Context = {
  accountId: string
  names?: ReadonlyMap<string, string>
  catalogue?: PermissionGroup[] | undefined
}

/** All permissions of a token by policy and product: the API keeps no order. Unknown groups, effects and keys included. */
export function permissionRows(
  policies: WirePolicy[],
  { accountId, names = new Map(), catalogue }: Context,
): PermissionRow[] {
  const read = reachReader({ accountId, catalogue })
  const whole = read(policies)
  const deniedReads = groupsOf(whole).filter(({ group, denies }) => denies.length > 0 && pairOfRead(group) !== null)
  const listed = new Set(catalogue?.map(({ name }) => name))
  return policies.flatMap((policy, index) => {
    const { targets } = describePolicy(policy, { accountId, zoneNames: names })
    const reaches = new Map(groupsOf(read([policy])).map((one) => [one.group.id, one]))
    const places = whole.statements[index]?.places ?? []
    const shared = { policy: index + 1, policyId: policy.id ?? null, targets, resources: policy.resources }
    const rows = new Map<string, PermissionRow>()
    for (const wire of policy.permission_groups) {
      const group = heldGroup(wire, catalogue)
      const key = `${index} ${group.product}`
      const product = { name: group.product, isNamed: group.name !== null }
      const row = rows.get(key) ?? { ...shared, key, product, ...withoutCells() }
      rows.set(key, row)
      const reach = reaches.get(wire.id)
      const cell = cellOf(group, policy.effect, reach ? groupLevel(reach) : 'none')
      row.cells[columnOf(group)].push(cell)
      const pair = reach && isChange(cell.level) ? pairOfWrite(reach.group) : null
      if (pair !== null && listed.has(`${group.product} Read`) && !isDenied(pair, places, deniedReads))
        row.isReadIncluded = true
    }
    if (rows.size > 0) return [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
    return [{ ...shared, key: `${index}`, product: null, ...withoutCells() }]
  })
}

const withoutCells = () => ({ cells: { read: [], write: [], other: [] }, isReadIncluded: false })

const isChange = (level: AccessLevel) => level === 'change' || level === 'everywhere'

/** Whether the Read is denied on one of the places, as a whole or in a part. */
const isDenied = (pair: string, places: readonly Place[], deniedReads: readonly GroupReach[]) =>
  deniedReads.some(({ group, denies }) => pairOfRead(group) === pair && overlap(places, denies))

function overlap(places: readonly Place[], others: readonly Place[]): boolean {
  const keys = new Set(others.map(({ key }) => key))
  const around = new Set(others.map(({ inside }) => inside))
  return places.some(({ key, inside }) => keys.has(key) || keys.has(inside ?? '') || around.has(key))
}

function columnOf({ kind, level }: HeldGroup): PermissionColumn {
  if (kind === 'read') return 'read'
  return level === 'Write' ? 'write' : 'other'
}

function cellOf(group: HeldGroup, effect: string, access: AccessLevel): PermissionCell {
  const { id, level, deprecation, meta } = group
  return { id, words: cellWords(level, effect), level: access, deprecation, meta }
}

function cellWords(level: string, effect: string): string {
  if (effect === 'deny') return level ? `${level} denied` : 'Denied'
  const words = level || 'Granted'
  return effect === 'allow' ? words : `${words} (${effect})`
}
