import { resourceValue } from './resource-terms.ts'
import { placeOf, type Place } from '#domain/policy/place.ts'
import { chosenTarget, parseResource, type ResourceTarget } from '#domain/policy/resource-keys.ts'
import { chosenFamilies, familyOf, isTypedScope, wholeFamilies, type ChosenId } from '#domain/resources/families.ts'
import { ACCOUNT_SCOPE, WORKER_SCOPE } from '#domain/resources/scope.ts'

const ALL_WORKERS = 'all-workers'
const FOREIGN = /^account:([0-9a-f]{32})(?:\/(.+))?$/s

/**
 * A place as a value for the address: those of resource filters, `all-workers`, and `com.cloudflare.flagship.app:*` for
 * all of a kind that only its key names. `null` for an unknown key.
 */
export function valueOfPlace({ target, kind, scope, accountId }: Place, ownId: string): string | null {
  if (target.kind !== 'other') return resourceValue(target, ownId)
  if (kind !== 'all') return null
  const value = scope === WORKER_SCOPE ? ALL_WORKERS : `${scope}:*`
  return accountId === ownId ? value : `account:${accountId}/${value}`
}

/** The place that a value names; `null` for a text that names none. */
export function placeOfValue(value: string, ownId: string): Place | null {
  const [, foreignId, rest] = FOREIGN.exec(value) ?? []
  const target = targetOf(foreignId ? (rest ?? 'account') : value, foreignId ?? ownId)
  const place = target && placeOf(target, ownId)
  // All of a kind whose scope begins like that of a known one is a key of no known meaning.
  return place?.kind === 'unknown' ? null : place
}

function targetOf(value: string, accountId: string): ResourceTarget | null {
  const whole = wholeFamilies.find(({ id }) => id === value)
  if (whole) return { kind: 'whole', family: whole.id, accountId }
  const allOf = (scope: string) => parseResource(`${ACCOUNT_SCOPE}.${accountId}`, { [`${scope}.*`]: '*' })[0] ?? null
  if (value === ALL_WORKERS) return allOf(WORKER_SCOPE)
  const colon = value.indexOf(':')
  const [term, id] = [value.slice(0, Math.max(colon, 0)), value.slice(colon + 1)]
  // A scope that may be a family is a dotted name.
  const typed = isTypedScope(term) ? familyOf(term as ChosenId) : undefined
  if (typed && id === '*') return allOf(term)
  const family = chosenFamilies.find((row) => row.term === term) ?? typed
  return family?.pattern.test(id) ? chosenTarget(family.id, accountId, id) : null
}
