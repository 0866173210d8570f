import {
  chosenFamilies,
  familyOf,
  isTypedScope,
  upperFirst,
  wholeFamilies,
  type ChosenId,
} from '#domain/resources/families.ts'
import type { ResourceTarget } from '#domain/policy/resource-keys.ts'

/**
 * A resource as a filter's value: `account`, `all-zones`, `zone:<id>`, `bucket:eu/name`, `worker:<id>`,
 * `com.cloudflare.flagship.app:<id>`, `key:…`. One of another account has `account:<id>/` before it.
 */
export function resourceValue(target: ResourceTarget, accountId: string): string {
  if (target.kind === 'other') return `key:${target.key}`
  const isForeign = target.accountId !== null && target.accountId !== accountId
  const family = familyOf(target.family)
  const value = target.kind === 'one' && family.reach === 'chosen' ? `${family.term}:${target.id}` : family.id
  if (!isForeign) return value
  return family.reach === 'account' ? `account:${target.accountId}` : `account:${target.accountId}/${value}`
}

const FOREIGN = /^account:([0-9a-f]{32})(?:\/(.+))?$/s

/** A resource filter's value in words; a zone or a Worker by its name where it is known. */
export function resourceLabel(value: string, names?: ReadonlyMap<string, string>): string {
  const [, accountId, rest] = FOREIGN.exec(value) ?? []
  if (accountId) return rest ? `${ownLabel(rest, names)} of account ${accountId}` : `Account ${accountId}`
  return ownLabel(value, names)
}

function ownLabel(value: string, names: ReadonlyMap<string, string> | undefined): string {
  const whole = wholeFamilies.find(({ id }) => id === value)
  if (whole) return whole.label
  const [term, id] = split(value)
  // A scope that may be a family is a dotted name.
  const typed = isTypedScope(term) ? familyOf(term as ChosenId) : undefined
  const family = chosenFamilies.find((row) => row.term === term) ?? typed
  if (!family) return term === 'account' ? `Account ${id}` : id || value
  const name = family.isOwnedInKey ? id.replace(/^default\//, '') : names?.get(id)
  if (name === undefined) return `${upperFirst(family.short)} ${id}`
  return family.hasTellingName ? name : `${upperFirst(family.short)} ${name}`
}

/** The name of a resource filter's value, where its id has one. */
export const resourceName = (value: string, names: ReadonlyMap<string, string>): string | undefined =>
  names.get(split(value.replace(FOREIGN, '$2'))[1])

/** Whether a policy names single Workers; their names are requested for nothing else. */
export const namesWorkers = (resources: { terms: { value: string }[] }): boolean =>
  resources.terms.some(({ value }) => value.startsWith(`${familyOf('workers').term}:`))

function split(value: string): [term: string, id: string] {
  const colon = value.indexOf(':')
  return [value.slice(0, Math.max(colon, 0)), value.slice(colon + 1)]
}
