import type { LevelKind } from '#domain/permission-groups/level.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { count } from '#domain/text/plural.ts'
import { familyOf, familyRank } from '#domain/resources/families.ts'
import { heldGroup, type HeldGroup } from '#domain/policy/held-group.ts'
import { parseResources, type ResourceTarget } from '#domain/policy/resource-keys.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'

/**
 * What a permission lets a token do on its resources, from the least to the most. An unknown level may change
 * something; `everywhere` is a change on a whole account or on all resources of a kind.
 */
export type AccessLevel = (typeof LEVELS)[number]
const LEVELS = ['none', 'denied', 'read', 'run', 'unknown', 'change', 'everywhere'] as const

const BY_KIND: Record<LevelKind, AccessLevel> = {
  read: 'read',
  run: 'run',
  revoke: 'run',
  change: 'change',
  unknown: 'unknown',
}

/** The level of one permission. The meaning of an effect other than the API's two is unknown. */
export function accessLevel(kind: LevelKind, effect: string, targets: ResourceTarget[]): AccessLevel {
  if (effect === 'deny') return 'denied'
  if (targets.length === 0) return 'none'
  if (effect !== 'allow') return 'unknown'
  return kind === 'change' && targets.some((target) => target.kind === 'whole') ? 'everywhere' : BY_KIND[kind]
}

/** "Write, all zones", and the products with that access: "DNS, Workers Routes and 2 more; 1 denied". */
export type Access = { level: AccessLevel; words: string; detail: string }

type Context = { accountId: string; catalogue?: PermissionGroup[] | undefined }
type Held = { group: HeldGroup; level: AccessLevel; targets: ResourceTarget[] }

/** The strongest access of a token, where it has it. It does not compute what denials take back. */
export function accessOf(policies: WirePolicy[], { accountId, catalogue }: Context): Access {
  const held = policies.flatMap(({ effect, permission_groups, resources }): Held[] => {
    const targets = parseResources(resources)
    return permission_groups.map((wire) => {
      const group = heldGroup(wire, catalogue)
      return { group, targets, level: accessLevel(group.kind, effect, targets) }
    })
  })
  const denied = new Set(held.filter(({ level }) => level === 'denied').map(({ group }) => group.id)).size
  const given = held.filter(({ level }) => level !== 'denied')
  const level = given.reduce<AccessLevel>((top, one) => (rank(one.level) > rank(top) ? one.level : top), 'none')
  if (level === 'none') return { level, words: 'No access', detail: denied > 0 ? `${denied} denied` : '' }
  const strongest = given.filter((one) => one.level === level)
  const where = whereOf(
    strongest.flatMap(({ targets }) => targets),
    accountId,
  )
  return {
    level,
    words: `${verbOf(level, strongest)}, ${where}`,
    detail: productsOf(strongest) + (denied > 0 ? `; ${denied} denied` : ''),
  }
}

const rank = (level: AccessLevel) => LEVELS.indexOf(level)

function verbOf(level: AccessLevel, held: Held[]): string {
  if (level === 'read') return 'Read'
  if (level === 'unknown') return 'Unknown level'
  if (level !== 'run') return 'Write'
  const [only, ...others] = new Set(held.map(({ group }) => group.level))
  return others.length === 0 && only ? only : 'Run'
}

const PRODUCTS_NAMED = 2

function productsOf(held: Held[]): string {
  const products = [...new Set(held.map(({ group }) => group.product))]
  const named = products.slice(0, PRODUCTS_NAMED).join(', ')
  return products.length > PRODUCTS_NAMED ? `${named} and ${products.length - PRODUCTS_NAMED} more` : named
}

/** "this account and all zones"; single resources are counted only where there is nothing wider. */
function whereOf(targets: ResourceTarget[], accountId: string): string {
  const isOwn = (account: string | null) => account === null || account === accountId
  const whole = new Set<string>()
  const chosen = new Map<string, { noun: string; rank: number; ids: Set<string> }>()
  const others = new Set<string>()
  for (const target of targets) {
    if (target.kind === 'other') others.add(target.key)
    else if (target.kind === 'whole') {
      const { reach, words } = familyOf(target.family)
      if (isOwn(target.accountId)) whole.add(words)
      else whole.add(reach === 'account' ? 'another account' : `${words} of another account`)
    } else {
      const { noun } = familyOf(target.family)
      const place = isOwn(target.accountId) ? '' : ' of another account'
      const counted = chosen.get(noun + place) ?? {
        noun: noun + place,
        rank: familyRank(target.family),
        ids: new Set(),
      }
      chosen.set(noun + place, counted)
      counted.ids.add(`${target.accountId} ${target.id}`)
    }
  }
  if (whole.size > 0) return [...whole].join(' and ')
  const parts = [...chosen.values()].toSorted((a, b) => a.rank - b.rank).map(({ noun, ids }) => counted(ids.size, noun))
  return [...parts, ...(others.size > 0 ? [count(others.size, 'other resource')] : [])].join(', ')
}

/** The noun may have a place after it: "2 zones of another account". */
function counted(amount: number, noun: string): string {
  const [first = '', ...place] = noun.split(/(?= of another account$)/)
  return count(amount, first) + place.join('')
}
