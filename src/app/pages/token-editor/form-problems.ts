import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { misfits } from '#domain/permission-groups/scope-fit.ts'
import type { EditorPolicy } from '#domain/policy/editor-policy.ts'
import { isHeld } from '#domain/policy/held.ts'
import { storedPolicies } from '#domain/policy/request-body.ts'
import { validatePolicy, type PolicyProblem } from '#domain/policy/validate-policy.ts'
import { validateName } from '#domain/token/name.ts'
import type { Token } from '#domain/token/token.ts'
import type { JsonPath } from '#domain/token-json/json-text.ts'
import { refusalProblems } from './form-refusals.ts'
import { validityProblems, type FormValues } from './form-values.ts'
import type { Judging } from './judging.ts'

const NO_POLICY = 'Add at least one policy: without any a token can do nothing.'

/** Every reason why the form cannot be sent, by its place in the request body: what the JSON tab shows. */
export function formProblems(
  values: FormValues,
  { now, ...judging }: Judging & { now: number },
): { path: JsonPath; message: string }[] {
  const { stored } = judging
  const name = nameProblem(values.name, stored)
  const { startsAt, endsAt } = validityProblems(values, now, stored)
  const isBornDisabled = !stored && values.kept.status !== 'active'
  const noPolicy = noPolicyProblem(values.policies.length, stored)
  return [
    ...(name ? [{ path: ['name'], message: name }] : []),
    ...(isBornDisabled ? [{ path: ['status'], message: 'A new token is always active. Take the status out.' }] : []),
    ...(startsAt ? [{ path: ['not_before'], message: startsAt }] : []),
    ...(endsAt ? [{ path: ['expires_on'], message: endsAt }] : []),
    ...(noPolicy ? [{ path: ['policies'], message: noPolicy }] : []),
    ...values.policies.flatMap(({ policy }, index) =>
      policyProblems(policy, judging).map(({ field, message }) => ({
        path: ['policies', index, ...PATHS[field]],
        message,
      })),
    ),
    ...refusalProblems(
      values.policies.map(({ policy }) => policy),
      judging,
    ),
  ]
}

const PATHS = { resources: ['resources'], permissionGroups: ['permission_groups'], json: [] }

export const nameProblem = (name: string, stored: Token | null): string | undefined =>
  stored?.name === name ? undefined : validateName(name)

export const noPolicyProblem = (count: number, stored: Token | null): string | undefined =>
  count > 0 || stored?.policies.length === 0 ? undefined : NO_POLICY

/** What is wrong with a policy, each at its part of the card. */
export function policyProblems(policy: EditorPolicy, { accountId, stored, catalogue }: Judging): PolicyProblem[] {
  if (isHeld(policy, storedPolicies(stored), accountId)) return []
  const misfit = misfitProblem(policy, catalogue)
  return [...validatePolicy(policy), ...(misfit ? [{ field: 'permissionGroups' as const, message: misfit }] : [])]
}

/** A wrong pairing of groups and resources would be refused by the API, or grant nothing. */
export function misfitProblem(policy: EditorPolicy, catalogue: PermissionGroup[] | undefined): string | undefined {
  if (policy.kind === 'advanced' || !catalogue) return undefined
  const wrong = misfits(policy.permissionGroups, policy.resources.family, catalogue)
  if (wrong.length === 0) return undefined
  const names = wrong.map(({ name }) => name).join(', ')
  return `${names}: not for these resources. Move to a policy of its own, or take it out.`
}
