import { stableText } from '#domain/text/stable-text.ts'
import { familyOf } from '#domain/resources/families.ts'
import { ACCOUNT_SCOPE, WORKER_SCOPE, type Scope } from '#domain/resources/scope.ts'
import { typedFamilyOf, type ResourceTarget } from './resource-keys.ts'
import type { WireResourceValue } from './wire.ts'

/** What a resource key names, in one form whatever its spelling. An unknown key may be anything. */
export type Place = {
  /** One text for each place. */
  key: string
  kind: 'account' | 'all' | 'one' | 'unknown'
  /** `null` for an unknown key. */
  scope: Scope | null
  /** `null` for an unknown key, and for a flat zone of an unknown account. */
  accountId: string | null
  /** The key of the place that includes this one: all of its kind in its account. */
  inside: string | null
  /** As it was written. */
  target: ResourceTarget
}

/**
 * `accountId` is the tokens' own account, which flat zones belong to: without it, nothing but the zone's own key
 * includes them. A bare account is not assumed to include its zones (`docs/api-behaviour.md` §3.3).
 */
export function placeOf(target: ResourceTarget, accountId?: string): Place {
  if (target.kind === 'other') return otherPlace(target)
  const account = target.accountId ?? accountId ?? null
  const { scope } = familyOf(target.family)
  const all = allKey(scope, account)
  const shared = { scope, accountId: account, target }
  if (target.kind === 'one')
    return { ...shared, kind: 'one', key: `${scope} ${account} ${target.id}`, inside: account === null ? null : all }
  return { ...shared, kind: scope === ACCOUNT_SCOPE ? 'account' : 'all', key: all, inside: null }
}

const allKey = (scope: Scope, account: string | null) => `${scope} ${account} *`

const ACCOUNT_KEY = /^com\.cloudflare\.api\.account\.([0-9a-f]{32})$/

/** The editor has no family for all Workers or all of a kind missing from its table, but such a key has only one meaning. */
function otherPlace(target: Extract<ResourceTarget, { kind: 'other' }>): Place {
  const accountId = ACCOUNT_KEY.exec(target.key)?.[1]
  const scope = scopeOfAll(target.value)
  if (accountId && scope !== null)
    return { key: allKey(scope, accountId), kind: 'all', scope, accountId, inside: null, target }
  const key = `? ${stableText([target.key, target.value])}`
  return { key, kind: 'unknown', scope: null, accountId: null, inside: null, target }
}

/** The scope of `{"<scope>.*": "*"}`; `null` for any other value. */
function scopeOfAll(value: WireResourceValue): Scope | null {
  const [[key, inner] = [], ...others] = typeof value === 'object' ? Object.entries(value) : []
  if (key === undefined || inner !== '*' || others.length > 0) return null
  if (key === `${WORKER_SCOPE}.*`) return WORKER_SCOPE
  return key.endsWith('.*') ? (typedFamilyOf(key)[0]?.scope ?? null) : null
}
