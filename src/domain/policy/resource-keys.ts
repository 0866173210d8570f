import { isObject } from '#domain/text/is-object.ts'
import { ACCOUNT_SCOPE } from '#domain/resources/scope.ts'
import {
  chosenFamilies,
  familyOf,
  isTypedScope,
  wholeFamilies,
  type ChosenFamily,
  type ChosenId,
  type WholeId,
} from '#domain/resources/families.ts'
import type { WireResourceValue, WireResources } from './wire.ts'

/** The meaning of a resource key (`docs/api-behaviour.md` §3.2). An unknown one is `other`, as it came. */
export type ResourceTarget =
  | { kind: 'whole'; family: WholeId; accountId: string }
  /** `accountId` is `null` when the key does not name it: a flat zone belongs to the token's own account. */
  | { kind: 'one'; family: ChosenId; accountId: string | null; id: string; isNested: boolean }
  | { kind: 'other'; key: string; value: WireResourceValue }

const ACCOUNT = `${ACCOUNT_SCOPE}.`
const ID = /^[0-9a-f]{32}$/

/** The targets of a policy's `resources`; a nested map has one per key. */
export const parseResources = (resources: WireResources): ResourceTarget[] =>
  Object.entries(resources).flatMap(([key, value]) => parseResource(key, value))

export function parseResource(key: string, value: WireResourceValue): ResourceTarget[] {
  if (value === '*') return [parseFlat(key) ?? { kind: 'other', key, value }]
  const accountId = key.startsWith(ACCOUNT) ? key.slice(ACCOUNT.length) : ''
  if (!ID.test(accountId) || !isStringMap(value)) return [{ kind: 'other', key, value }]
  const inner = Object.entries(value)
  if (inner.length === 0) return [{ kind: 'other', key, value }]
  return inner.map(([innerKey, innerValue]) => {
    const target = innerValue === '*' ? parseNested(accountId, innerKey) : null
    return target ?? { kind: 'other', key, value: Object.fromEntries([[innerKey, innerValue]]) }
  })
}

function parseFlat(key: string): ResourceTarget | null {
  const accountId = key.startsWith(ACCOUNT) ? key.slice(ACCOUNT.length) : ''
  if (ID.test(accountId)) return { kind: 'whole', family: 'account', accountId }
  for (const family of chosenFamilies) {
    const read = family.form === 'flat' ? readId(family, key) : null
    if (read) return { kind: 'one', family: family.id, ...read, isNested: false }
  }
  return null
}

function parseNested(accountId: string, key: string): ResourceTarget | null {
  const whole = wholeFamilies.find(({ reach, scope }) => reach === 'all' && key === `${scope}.*`)
  if (whole) return { kind: 'whole', family: whole.id, accountId }
  for (const family of [...chosenFamilies, ...typedFamilyOf(key)]) {
    const read = readId(family, key)
    if (!read) continue
    // A bucket of one account nested in the key of another has no known meaning.
    if (read.accountId !== null && read.accountId !== accountId) return null
    return { kind: 'one', family: family.id, accountId, id: read.id, isNested: true }
  }
  return null
}

function readId(family: ChosenFamily, key: string): { accountId: string | null; id: string } | null {
  const { scope, isOwnedInKey, pattern } = family
  if (!key.startsWith(`${scope}.`)) return null
  const rest = key.slice(scope.length + 1)
  if (!isOwnedInKey) return pattern.test(rest) ? { accountId: null, id: rest } : null
  const [, accountId, owned = ''] = /^([0-9a-f]{32})_(.+)$/.exec(rest) ?? []
  const id = owned.replace('_', '/')
  return accountId && pattern.test(id) ? { accountId, id } : null
}

/**
 * The family of a kind missing from the table: its scope is all before the last dot. So a key reads the same with or
 * without the catalogue. An id of such a kind has no dot.
 */
export function typedFamilyOf(key: string): ChosenFamily[] {
  const scope = key.slice(0, key.lastIndexOf('.'))
  // A zone key with a domain in it is not a kind of its own.
  const isOfKnown = chosenFamilies.some((family) => key.startsWith(`${family.scope}.`))
  // A scope that may be a family is a dotted name.
  return isTypedScope(scope) && !isOfKnown ? [familyOf(scope as ChosenId)] : []
}

/** A nested value comes from outside, so it is checked whatever its type says. */
const isStringMap = (value: unknown): value is Record<string, string> =>
  isObject(value) && Object.values(value).every((inner) => typeof inner === 'string')

/** A target in the form that the API accepts, for the token's own account. */
export const chosenTarget = (family: ChosenId, accountId: string, id: string): ResourceTarget => ({
  kind: 'one',
  family,
  accountId,
  id,
  isNested: familyOf(family).form === 'nested',
})

/** The inverse of `parseResources`. Returns more than one when a key would occur twice. */
export function resourcesOf(targets: ResourceTarget[]): WireResources[] {
  const made: Map<string, WireResourceValue>[] = []
  for (const target of targets) {
    const [key, value] = writeTarget(target)
    const place = made.find((resources) => isFree(resources.get(key), value))
    if (place) place.set(key, joined(place.get(key), value))
    else made.push(new Map([[key, value]]))
  }
  // Keeps keys of any name, including `__proto__`.
  return made.map((resources) => Object.fromEntries(resources))
}

const isFree = (stored: WireResourceValue | undefined, value: WireResourceValue): boolean =>
  stored === undefined ||
  (isStringMap(stored) && isStringMap(value) && Object.keys(value).every((key) => !Object.hasOwn(stored, key)))

const joined = (stored: WireResourceValue | undefined, value: WireResourceValue): WireResourceValue =>
  isStringMap(stored) && isStringMap(value)
    ? Object.fromEntries([...Object.entries(stored), ...Object.entries(value)])
    : value

function writeTarget(target: ResourceTarget): [string, WireResourceValue] {
  if (target.kind === 'other') return [target.key, target.value]
  const account = `${ACCOUNT}${target.accountId}`
  if (target.kind === 'whole') {
    const { reach, scope } = familyOf(target.family)
    return reach === 'account' ? [account, '*'] : [account, { [`${scope}.*`]: '*' }]
  }
  const { scope, isOwnedInKey } = familyOf(target.family)
  const key = `${scope}.${isOwnedInKey ? `${target.accountId}_${target.id.replace('/', '_')}` : target.id}`
  return target.isNested ? [account, { [key]: '*' }] : [key, '*']
}
