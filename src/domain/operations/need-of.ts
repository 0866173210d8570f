import { hasAccountTokenSupport } from '#domain/permission-groups/catalogue.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { ACCOUNT_SCOPE, BUCKET_SCOPE, USER_SCOPE, ZONE_SCOPE, type Scope } from '#domain/resources/scope.ts'
import { groupsCalled, groupsNamed } from './groups-named.ts'
import type { Match } from './match.ts'
import type { Need, NeededOn, NeedOption, NeedState } from './need.ts'
import { bestFirst } from './option-cost.ts'
import { idOf, pathParts } from './request-path.ts'
import { phaseFirst } from './ruleset-phase.ts'

/** Paths that work for the user of a token, and account tokens have none (`docs/api-behaviour.md` §6). */
const OF_USERS = /^\/(user|users|memberships)(\/|$)|^\/accounts\/\{[^}]+\}\/builds(\/|$)/

/** Products that refuse account tokens, whatever groups a token has (`docs/api-behaviour.md` §3.6). */
const UNSUPPORTED =
  /^\/zones\/\{[^}]+\}\/pagerules(\/|$)|^\/accounts\/\{[^}]+\}\/(challenges\/widgets|intel|registrar)(\/|$)/

/** What a request needs that was found in the map. `path` is that of the request, with its IDs. */
export function needOf({ operation, params }: Match, path: string, catalogue: PermissionGroup[]): Need {
  const parts = pathParts(path)
  const kind = parts[0] === 'zones' ? ZONE_SCOPE : parts[0] === 'accounts' ? ACCOUNT_SCOPE : null
  const ids = new Map<Scope, string | null>(kind ? [[kind, idOf(parts[1])]] : [])
  const bucket = params.get('bucket_name')
  if (bucket && /^[a-z0-9][a-z0-9-]+$/.test(bucket)) ids.set(BUCKET_SCOPE, `default/${bucket}`)
  const found = operation.groups.map((name) => groupsNamed(name, kind, catalogue))
  const phase = params.get('ruleset_phase')
  const need = {
    operation,
    missing: operation.groups.filter((_, index) => found[index]?.length === 0),
    accountId: kind === ACCOUNT_SCOPE ? (ids.get(ACCOUNT_SCOPE) ?? null) : null,
    ...(phase !== undefined && /^[a-z]\w+$/.test(phase) && { phase }),
  }
  if (OF_USERS.test(operation.path)) return { ...need, state: 'user-only', options: [] }
  if (UNSUPPORTED.test(operation.path)) return { ...need, state: 'unsupported', options: [] }
  const options = found.flat().map((group): NeedOption => ({ group, on: placeOf(group, kind, ids) }))
  const answer = usable(options, operation)
  return { ...need, ...answer, options: phaseFirst({ ...need, ...answer }) }
}

/** What a permission group needs that an error names: the group itself, on something the error does not say. */
export function needOfGroup(name: string, catalogue: PermissionGroup[]): Need {
  const named = groupsNamed(name, null, catalogue)
  const options = (named.length > 0 ? named : groupsCalled(name, catalogue)).map((group): NeedOption => ({
    group,
    on: placeOf(group, null, new Map()),
  }))
  const missing = options.length === 0 ? [name] : []
  return { operation: null, missing, accountId: null, ...usable(options, null) }
}

/** What a request needs that the map does not have. */
export const unknownNeed = (path: string): Need => {
  const parts = pathParts(path)
  const accountId = parts[0] === 'accounts' ? idOf(parts[1]) : null
  return { state: 'unpublished', operation: null, options: [], missing: [], accountId }
}

function usable(all: NeedOption[], operation: Need['operation']): { state: NeedState; options: NeedOption[] } {
  const ofAccounts = all.filter(({ group }) => !group.scopes.every((scope) => scope === USER_SCOPE))
  const options = bestFirst(
    ofAccounts.filter(({ group }) => hasAccountTokenSupport(group)),
    operation,
  )
  if (options.length > 0) return { state: options.length === 1 ? 'exact' : 'any', options }
  const state = ofAccounts.length > 0 ? 'unsupported' : all.length > 0 ? 'user-only' : 'unpublished'
  return { state, options }
}

/** A group works on its own kind of resource, even where the path names another. */
function placeOf({ scopes }: PermissionGroup, kind: Scope | null, ids: ReadonlyMap<Scope, string | null>): NeededOn {
  const scope =
    kind !== null && scopes.includes(kind) ? kind : (scopes.find((one) => one !== USER_SCOPE) ?? ACCOUNT_SCOPE)
  return { scope, id: ids.get(scope) ?? null }
}
