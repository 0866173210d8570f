import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { misfits } from '#domain/permission-groups/scope-fit.ts'
import type { EditorPolicy } from '#domain/policy/editor-policy.ts'
import { validatePolicy } from '#domain/policy/validate-policy.ts'
import { validateName } from '#domain/token/name.ts'
import type { Token } from '#domain/token/token.ts'
import type { JsonPath } from '#domain/token-json/json-text.ts'
import { validityProblems, type FormValues } from './form-values.ts'

export const NO_POLICY = 'Add at least one policy: without any a token can do nothing.'

/** Every reason why the form cannot be sent, by its place in the request body: what the JSON tab shows. */
export function formProblems(
  values: FormValues,
  { now, stored, catalogue }: { now: number; stored: Token | undefined; catalogue: PermissionGroup[] | undefined },
): { path: JsonPath; message: string }[] {
  const name = validateName(values.name)
  const { startsAt, endsAt } = validityProblems(values, now, stored)
  const isBornDisabled = !stored && values.kept.status !== 'active'
  return [
    ...(name ? [{ path: ['name'], message: name }] : []),
    ...(isBornDisabled ? [{ path: ['status'], message: 'A new token is always active. Take the status out.' }] : []),
    ...(startsAt ? [{ path: ['not_before'], message: startsAt }] : []),
    ...(endsAt ? [{ path: ['expires_on'], message: endsAt }] : []),
    ...(values.policies.length === 0 ? [{ path: ['policies'], message: NO_POLICY }] : []),
    ...values.policies.flatMap(({ policy }, index) => policyProblems(policy, ['policies', index], catalogue)),
  ]
}

const PATHS = { resources: ['resources'], permissionGroups: ['permission_groups'], json: [] }

function policyProblems(policy: EditorPolicy, path: JsonPath, catalogue: PermissionGroup[] | undefined) {
  const problems = validatePolicy(policy).map(({ field, message }) => ({ path: [...path, ...PATHS[field]], message }))
  const misfit = misfitProblem(policy, catalogue)
  return misfit ? [...problems, { path: [...path, 'permission_groups'], message: misfit }] : problems
}

/** A wrong pairing of groups and resources would be refused by the API, or grant nothing. */
export function misfitProblem(policy: EditorPolicy, catalogue: PermissionGroup[] | undefined): string | undefined {
  if (policy.kind === 'advanced' || !catalogue) return undefined
  const wrong = misfits(policy.permissionGroups, policy.resources.family, catalogue)
  if (wrong.length === 0) return undefined
  const names = wrong.map(({ name }) => name).join(', ')
  return `${names}: not for these resources. Move to a policy of its own, or take it out.`
}
