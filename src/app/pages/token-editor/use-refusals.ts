import { useQueryClient } from '@tanstack/react-query'
import { zoneListingQuery } from '#app/queries/resources.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { EditorPolicy } from '#domain/policy/editor-policy.ts'
import { knownRefusals, type KnownRefusal } from '#domain/policy/known-refusals.ts'
import { storedPolicies } from '#domain/token/request-body.ts'
import { isSaidByField } from './form-refusals.ts'
import type { Judging } from './judging.ts'
import { useStoredToken } from './stored-token.ts'

/** Refusals that are only likely, for beside the form: they stop no save. */
export function useLikelyRefusals(policies: EditorPolicy[], context: Omit<Judging, 'stored'>): string[] {
  const stored = storedPolicies(useStoredToken())
  return knownRefusals(policies, { ...context, stored })
    .filter(({ isCertain }) => !isCertain)
    .map(({ policyIndex, message }) => `Policy ${policyIndex + 1}: ${message}`)
}

/** For a card: the known refusals of its policy that no field of it shows with a cure. */
export function useKnownRefusals(accountId: string, catalogue: PermissionGroup[] | undefined) {
  const queryClient = useQueryClient()
  const stored = storedPolicies(useStoredToken())
  return (policy: EditorPolicy): KnownRefusal[] => {
    // Names of zones help where they have been loaded; a card is no reason to request them.
    const zones = queryClient.getQueryData(zoneListingQuery(accountId).queryKey)?.items
    return knownRefusals([policy], { accountId, catalogue, zones, stored }).filter(
      (refusal) => refusal.kind === 'too-many-groups' || !isSaidByField(refusal, policy),
    )
  }
}
