import {
  FAMILIES,
  familyOf,
  isTypedScope,
  scopeNoun,
  upperFirst,
  type ChosenId,
  type FamilyId,
} from '#domain/resources/families.ts'
import { ACCOUNT_SCOPE, type Scope } from '#domain/resources/scope.ts'
import { groupsById } from './groups-by-id.ts'
import type { PermissionGroup } from './permission-group.ts'

/**
 * Whether a policy on these resources may have the group. The API also accepts zone groups on the bare account
 * (`docs/api-behaviour.md` §3.3), but what that grants is not established, so the app requires the nested all-zones
 * form.
 */
export const groupFits = (group: Pick<PermissionGroup, 'scopes'>, family: FamilyId): boolean =>
  family === 'other' || group.scopes.includes(familyOf(family).scope)

/** The narrowest family for groups of a scope: chosen resources rather than all. */
export function familyForScope(scope: Scope): Exclude<FamilyId, 'other'> | null {
  const rows = FAMILIES.filter((family) => family.scope === scope)
  const row = rows.find(({ reach }) => reach === 'chosen') ?? rows[0]
  // A scope that may be a family is a dotted name.
  return row?.id ?? (isTypedScope(scope) ? (scope as ChosenId) : null)
}

/** A scope in a word: "Zone", "R2 bucket", "Flagship app". */
export function scopeLabel(scope: Scope): string {
  if (scope === ACCOUNT_SCOPE) return 'Account'
  const row = FAMILIES.find((family) => family.scope === scope && family.reach === 'chosen')
  return upperFirst(row?.reach === 'chosen' ? row.noun : scopeNoun(scope))
}

/** Chosen groups whose scope does not fit the resources. Ids missing from the catalogue are skipped. */
export function misfits(chosen: { id: string }[], family: FamilyId, catalogue: PermissionGroup[]): PermissionGroup[] {
  const byId = groupsById(catalogue)
  return chosen.flatMap(({ id }) => {
    const group = byId.get(id)
    return group && !groupFits(group, family) ? [group] : []
  })
}
