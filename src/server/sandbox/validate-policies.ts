import { invalid } from './api-error.ts'
import type { Caller } from './authenticate.ts'
import { holdsOnZone } from './authorize.ts'
import { SCOPE } from './catalogue.ts'
import { randomId } from './random.ts'
import { readResources, type Target } from './resource-keys.ts'
import { samePolicy } from './same-policy.ts'
import type { Account, StoredPolicy } from './types.ts'
import { isObject } from './validate-token.ts'

/** Observed live by others; the reference names no limit. */
const MAX_GROUPS = 300

/**
 * The policies of a body, with new IDs and in the API's own order: the sent order is lost. `stored` are the policies
 * that a PUT replaces; `null` means a create.
 */
export function validPolicies(value: unknown, caller: Caller, stored: readonly unknown[] | null): StoredPolicy[] {
  if (!Array.isArray(value)) throw invalid(1001, 'policies must be a list', '/policies')
  return value
    .map((policy, index) => validPolicy(policy, `/policies/${index}`, caller, stored))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

function validPolicy(value: unknown, at: string, caller: Caller, stored: readonly unknown[] | null): StoredPolicy {
  if (!isObject(value)) throw invalid(1001, 'policy must be an object', at)
  if (stored === null && value['id'] !== undefined) {
    throw invalid(1001, 'Reusing existing policies is not supported by token creation', `${at}/id`)
  }
  const { effect } = value
  if (effect !== 'allow' && effect !== 'deny') throw invalid(1001, 'effect must be allow or deny', `${at}/effect`)
  // A policy the token already has was checked when it was granted; its zone or group may be gone since.
  const isHeld = stored?.some((policy) => samePolicy(policy, value)) ?? false
  const permission_groups = validGroups(value['permission_groups'], `${at}/permission_groups`, caller.account, isHeld)
  // A stored policy has resources as they were answered, so their type is right.
  const resources = isHeld ? (value['resources'] as Resources) : grantable(value, permission_groups, at, caller)
  return {
    id: randomId(),
    effect,
    permission_groups: permission_groups.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    resources,
  }
}

type Groups = StoredPolicy['permission_groups']
type Resources = StoredPolicy['resources']

function grantable(value: Record<string, unknown>, groups: Groups, at: string, caller: Caller): Resources {
  const { account, ownerOf } = caller
  const { resources, targets } = readResources(value['resources'], { account, ownerOf, at: `${at}/resources` })
  checkGroups(groups, targets, `${at}/permission_groups`, caller)
  return resources
}

function validGroups(value: unknown, at: string, account: Account, isHeld: boolean): Groups {
  if (!Array.isArray(value)) throw invalid(1001, 'permission_groups must be a list', at)
  if (value.length > MAX_GROUPS) {
    throw invalid(1001, `A policy can hold at most ${MAX_GROUPS} permission groups`, at)
  }
  return value.map((group, index) => {
    if (!isObject(group) || typeof group['id'] !== 'string' || group['id'] === '') {
      throw invalid(1001, 'permission group id must be present', `${at}/${index}`)
    }
    const { id, meta } = group
    const name = account.catalogue.find((candidate) => candidate.id === id)?.name
    if (name === undefined && !isHeld) throw invalid(1001, `Permission group ${id} not found`, `${at}/${index}`)
    // Meta is stored as is; its content is up to the client.
    return { id, ...(name && { name }), ...(isObject(meta) && { meta: meta as Record<string, string> }) }
  })
}

/**
 * A group can be granted if it is selectable, and its scope equals the type of every resource or lies inside it
 * (`docs/api-behaviour.md` §3.3 and §3.4).
 */
function checkGroups(groups: Groups, targets: readonly Target[], at: string, caller: Caller): void {
  const { catalogue, scenario } = caller.account
  for (const [index, { id, name }] of groups.entries()) {
    const known = catalogue.find((group) => group.id === id)
    const scope = known?.scopes[0]
    const isHeldHere = ({ zoneId }: Target) =>
      !scenario.strictZoneGrants || zoneId === undefined || holdsOnZone(caller, id, zoneId)
    const fits = targets.every(
      (target) => (scope === target.scope || target.scope === SCOPE.account) && isHeldHere(target),
    )
    if (fits && known?.is_selectable && scope !== SCOPE.user) continue
    throw invalid(
      1001,
      `Failed common permission check against resources. (Permission group: "${name}")`,
      `${at}/${index}`,
    )
  }
}
