import type { EditorResources } from '#domain/policy/editor-policy.ts'
import { groupsById } from './groups-by-id.ts'
import {
  ACCOUNT_SCOPE,
  BUCKET_SCOPE,
  USER_SCOPE,
  ZONE_SCOPE,
  type PermissionGroup,
  type Scope,
} from './permission-group.ts'

type Family = EditorResources['family']

const SCOPE_OF: Record<Exclude<Family, 'other'>, Scope> = {
  account: ACCOUNT_SCOPE,
  'all-zones': ZONE_SCOPE,
  zones: ZONE_SCOPE,
  'all-buckets': BUCKET_SCOPE,
  buckets: BUCKET_SCOPE,
}

/**
 * Whether a group may stand in a policy on these resources. The API also takes zone
 * groups on the bare account (`contract/api-behaviour.md` §3.3), but what that
 * grants is not established, so the app asks for the nested all-zones form.
 */
export const groupFits = (group: Pick<PermissionGroup, 'scopes'>, family: Family): boolean =>
  family === 'other' || group.scopes.includes(SCOPE_OF[family])

/** The narrowest resources a group of this scope stands on. */
export function familyForScope(scope: Scope): Family | null {
  if (scope === ACCOUNT_SCOPE) return 'account'
  if (scope === ZONE_SCOPE) return 'zones'
  if (scope === BUCKET_SCOPE) return 'buckets'
  return null
}

const LABELS = new Map<Scope, string>([
  [ACCOUNT_SCOPE, 'Account'],
  [ZONE_SCOPE, 'Zone'],
  [BUCKET_SCOPE, 'R2 bucket'],
  [USER_SCOPE, 'User'],
])

/** A scope in a word; one the app does not know as it came. */
export const scopeLabel = (scope: Scope): string => LABELS.get(scope) ?? scope

/** Chosen groups whose scope does not fit the resources; ids missing from the catalogue are not judged. */
export function misfits(chosen: { id: string }[], family: Family, catalogue: PermissionGroup[]): PermissionGroup[] {
  const byId = groupsById(catalogue)
  return chosen.flatMap(({ id }) => {
    const group = byId.get(id)
    return group && !groupFits(group, family) ? [group] : []
  })
}
