import type { EditorPolicy } from '#domain/policy/editor-policy.ts'
import { knownRefusals, type KnownRefusal } from '#domain/policy/known-refusals.ts'
import { storedPolicies } from '#domain/token/request-body.ts'
import type { FormValues } from './form-values.ts'
import type { FormProblem, Judging } from './judging.ts'

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

/** The fields of a policy that the builder shows judge their own choices. */
export function isSaidByField({ kind }: KnownRefusal, policy: EditorPolicy | undefined): boolean {
  if (policy?.kind !== 'visual') return false
  return kind === 'too-many-groups' || (kind === 'wrong-kind' && policy.resources.family !== 'other')
}
