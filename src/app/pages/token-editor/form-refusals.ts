import { useQueryClient } from '@tanstack/react-query'
import { zonesQuery } from '#app/queries/resources.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { EditorPolicy } from '#domain/policy/editor-policy.ts'
import { knownRefusals, type KnownRefusal } from '#domain/policy/known-refusals.ts'
import { storedPolicies } from '#domain/policy/request-body.ts'
import type { FormProblem } from './form-problems.ts'
import type { FormValues } from './form-values.ts'
import type { Judging } from './judging.ts'
import { useStoredToken } from './stored-token.ts'

const PATHS = { resources: 'resources', permissionGroups: 'permission_groups' }

/** Refusals that are certain, where no field says the same by itself. */
export function certainRefusals(rows: FormValues['policies'], { stored, ...judging }: Judging): FormProblem[] {
  const policies = rows.map(({ policy }) => policy)
  return knownRefusals(policies, { ...judging, stored: storedPolicies(stored) })
    .filter((refusal) => refusal.isCertain && !isSaidByField(refusal, policies[refusal.policyIndex]))
    .map(({ policyIndex, part, message }) => ({
      field: `policies.${policyIndex}.policy`,
      path: ['policies', policyIndex, PATHS[part]],
      message,
    }))
}

/** Refusals that are only likely, for beside the form: they stop no save. */
export function useLikelyRefusals(policies: EditorPolicy[], context: Omit<Judging, 'stored'>): string[] {
  const stored = storedPolicies(useStoredToken())
  return knownRefusals(policies, { ...context, stored })
    .filter(({ isCertain }) => !isCertain)
    .map(({ policyIndex, message }) => `Policy ${policyIndex + 1}: ${message}`)
}

/** The fields of a policy that the builder shows judge their own choices. */
function isSaidByField({ kind }: KnownRefusal, policy: EditorPolicy | undefined): boolean {
  if (policy?.kind !== 'visual') return false
  return kind === 'too-many-groups' || (kind === 'wrong-kind' && policy.resources.family !== 'other')
}

/** For a card: the known refusals of its policy that no field of it shows with a cure. */
export function useKnownRefusals(accountId: string, catalogue: PermissionGroup[] | undefined) {
  const queryClient = useQueryClient()
  const stored = storedPolicies(useStoredToken())
  return (policy: EditorPolicy): KnownRefusal[] => {
    // Names of zones help where they have been loaded; a card is no reason to request them.
    const zones = queryClient.getQueryData(zonesQuery(accountId).queryKey)
    return knownRefusals([policy], { accountId, catalogue, zones, stored }).filter(
      (refusal) => refusal.kind === 'too-many-groups' || !isSaidByField(refusal, policy),
    )
  }
}
