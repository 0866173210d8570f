import { parseGroupName } from '#domain/permission-groups/group-name.ts'
import { groupKind } from '#domain/permission-groups/level.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { ACCOUNT_SCOPE, USER_SCOPE } from '#domain/resources/scope.ts'
import type { NeedOption, NeededOn } from './need.ts'
import type { Operation } from './operation.ts'
import { singular } from './words.ts'

/**
 * How much an option gives away, from 0: the power of its group counts first, then how wide its scope is. An unknown
 * level may be anything, so it is the most power; "Admin" is more than the other levels that change.
 */
export const classOf = ({ group, on }: NeedOption): number => 2 * powerOf(group) + widthOf(on)

const ADMIN = 3
const UNKNOWN = 4
const POWERS = { read: 0, run: 1, revoke: 1, change: 2, unknown: UNKNOWN } as const

const powers = new WeakMap<PermissionGroup, number>()

export function powerOf(group: PermissionGroup): number {
  const known = powers.get(group)
  if (known !== undefined) return known
  const kind = groupKind(group)
  const isAdmin = kind === 'change' && /\badmin\b/i.test(parseGroupName(group.name).level)
  const power = isAdmin ? ADMIN : POWERS[kind]
  powers.set(group, power)
  return power
}

/** Zones, buckets, Workers and the like are narrower than the account. */
const widthOf = ({ scope }: NeededOn): number => Number(scope === ACCOUNT_SCOPE || scope === USER_SCOPE)

/** Whether a token can be given the group for longer: no end is announced, and the app's credential may grant it. */
export const isLasting = ({ deprecation, isSelectable }: PermissionGroup): boolean =>
  deprecation === null && isSelectable

/** How foreign a group is to an operation, from 0 to 1000: the share of its product's words not in path and title. */
export function foreignness(group: PermissionGroup, operation: Operation | null): number {
  if (operation === null) return 0
  const words = productWords(group)
  const said = operationWords(operation)
  const missing = words.filter((word) => !said.has(word)).length
  return words.length === 0 ? 1000 : Math.round((1000 * missing) / words.length)
}

const products = new WeakMap<PermissionGroup, string[]>()
const operations = new WeakMap<Operation, ReadonlySet<string>>()

function productWords(group: PermissionGroup): string[] {
  const words = products.get(group) ?? wordsOf(parseGroupName(group.name).product)
  products.set(group, words)
  return words
}

function operationWords(operation: Operation): ReadonlySet<string> {
  const words =
    operations.get(operation) ?? new Set(wordsOf(`${operation.path.replace(PREFIX, '')} ${operation.title}`))
  operations.set(operation, words)
  return words
}

/** Most paths begin like this, so it tells nothing. */
const PREFIX = /^\/(accounts|zones)\/\{[^}]+\}(?=\/)/

const SMALL = new Set(['and', 'of', 'the', 'for', 'to'])

/** In lower case and the singular. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !SMALL.has(word))
    .map(singular)

/** The options of one need as it would be met alone, the best first. */
export const bestFirst = (options: readonly NeedOption[], operation: Operation | null): NeedOption[] =>
  options
    .map((option) => ({ option, cost: aloneCost(option, operation) }))
    .toSorted((a, b) => a.cost - b.cost || compareNames(a.option.group, b.option.group))
    .map(({ option }) => option)

const aloneCost = (option: NeedOption, operation: Operation | null): number =>
  classOf(option) * 10_000 + (isLasting(option.group) ? 0 : 2000) + foreignness(option.group, operation)

/** By code units: the same in every language. */
export const compareNames = (a: PermissionGroup, b: PermissionGroup): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
