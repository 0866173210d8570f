import { useQueryClient } from '@tanstack/react-query'
import { zonesQuery } from '#app/queries/resources.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { EditorPolicy } from '#domain/policy/editor-policy.ts'
import { knownRefusals, type KnownRefusal } from '#domain/policy/known-refusals.ts'
import { storedPolicies } from '#domain/policy/request-body.ts'
import type { JsonPath } from '#domain/token-json/json-text.ts'
import type { Judging } from './judging.ts'
import { useStoredToken } from './stored-token.ts'

const PATHS = { resources: 'resources', permissionGroups: 'permission_groups' }

/** Refusals that are certain, by their place in the request body. */
export function refusalProblems(
  policies: EditorPolicy[],
  { stored, ...judging }: Judging,
): { path: JsonPath; message: string }[] {
  return knownRefusals(policies, { ...judging, stored: storedPolicies(stored) })
    .filter((refusal) => refusal.isCertain && !isSaidByField(refusal, policies[refusal.policyIndex]))
    .map(({ policyIndex, part, message }) => ({ path: ['policies', policyIndex, PATHS[part]], message }))
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

/** For a card: what is known to be refused in its policy, that no field of it shows with its own cure. */
export function useKnownRefusals(accountId: string, catalogue: PermissionGroup[] | undefined) {
  const queryClient = useQueryClient()
  const stored = storedPolicies(useStoredToken())
  return (policy: EditorPolicy): KnownRefusal[] => {
    // Names of zones are a help where they have been read; a card is no reason to ask for them.
    const zones = queryClient.getQueryData(zonesQuery(accountId).queryKey)
    return knownRefusals([policy], { accountId, catalogue, zones, stored }).filter(
      (refusal) => refusal.kind === 'too-many-groups' || !isSaidByField(refusal, policy),
    )
  }
}

/** Why a policy cannot be sent; its notes say what, each with its cure. */
export const refusalOf = (refusals: KnownRefusal[]): string | undefined =>
  refusals.some(({ isCertain }) => isCertain)
    ? 'Cloudflare would refuse this policy: mend what is said below.'
    : undefined
