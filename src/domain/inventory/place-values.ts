import { resourceValue } from './resource-terms.ts'
import { placeOf, type Place } from '#domain/policy/place.ts'
import { chosenTarget, parseResource, type ResourceTarget } from '#domain/policy/resource-keys.ts'
import { chosenFamilies, familyOf, isTypedScope, wholeFamilies, type ChosenId } from '#domain/resources/families.ts'
import { ACCOUNT_SCOPE, WORKER_SCOPE } from '#domain/resources/scope.ts'

const ALL_WORKERS = 'all-workers'
const FOREIGN = /^account:([0-9a-f]{32})(?:\/(.+))?$/s

/** A place as a value for the address: those of resource filters, and `all-workers`. `null` for an unknown key. */
export function valueOfPlace({ target, kind, accountId }: Place, ownId: string): string | null {
  if (target.kind !== 'other') return resourceValue(target, ownId)
  if (kind !== 'all') return null
  return accountId === ownId ? ALL_WORKERS : `account:${accountId}/${ALL_WORKERS}`
}

/** The place that a value names; `null` for a text that names none. */
export function placeOfValue(value: string, ownId: string): Place | null {
  const [, foreignId, rest] = FOREIGN.exec(value) ?? []
  const target = targetOf(foreignId ? (rest ?? 'account') : value, foreignId ?? ownId)
  return target && placeOf(target, ownId)
}

function targetOf(value: string, accountId: string): ResourceTarget | null {
  const whole = wholeFamilies.find(({ id }) => id === value)
  if (whole) return { kind: 'whole', family: whole.id, accountId }
  if (value === ALL_WORKERS)
    return parseResource(`${ACCOUNT_SCOPE}.${accountId}`, { [`${WORKER_SCOPE}.*`]: '*' })[0] ?? null
  const colon = value.indexOf(':')
  const [term, id] = [value.slice(0, Math.max(colon, 0)), value.slice(colon + 1)]
  // A scope that may be a family is a dotted name.
  const typed = isTypedScope(term) ? familyOf(term as ChosenId) : undefined
  const family = chosenFamilies.find((row) => row.term === term) ?? typed
  return family?.pattern.test(id) ? chosenTarget(family.id, accountId, id) : null
}
