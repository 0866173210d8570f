import { get, set, type FieldErrors, type FieldPath } from 'react-hook-form'
import { parseRange } from '#domain/condition/ip-ranges.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { misfits } from '#domain/permission-groups/scope-fit.ts'
import type { EditorPolicy } from '#domain/policy/editor-policy.ts'
import { isHeld } from '#domain/policy/held.ts'
import { isSettable, storedPolicies } from '#domain/token/request-body.ts'
import { validatePolicy, type PolicyProblem } from '#domain/policy/validate-policy.ts'
import { listWords } from '#domain/text/list-words.ts'
import { validateName } from '#domain/token/name.ts'
import type { Token } from '#domain/token/token.ts'
import { validityProblems } from '#domain/token/validity.ts'
import type { JsonPath } from '#domain/token-json/json-text.ts'
import { certainRefusals } from './form-refusals.ts'
import type { FormValues } from './form-values.ts'
import type { FormProblem, Judging } from './judging.ts'

/** Everything that keeps the form from being sent. What is stored unchanged may stay, whatever it is. */
export function formProblems(values: FormValues, judging: Judging, now: number): FormProblem[] {
  const { stored } = judging
  const { name, policies, carried, json } = values
  const dates = validityProblems(values, { exact: carried, stored, now })
  const found: [FieldPath<FormValues>, JsonPath, string | undefined][] = [
    ['json', [], json?.body === null ? 'Fix the JSON first.' : undefined],
    ['name', ['name'], stored?.name === name ? undefined : validateName(name)],
    ['carried.status', ['status'], statusProblem(carried.status, stored)],
    ['allowedText', [...LIMITS, 'in'], rangeProblem(values.allowedText)],
    ['exceptionsText', [...LIMITS, 'not_in'], rangeProblem(values.exceptionsText)],
    ['startsAt', ['not_before'], dates.startsAt],
    ['endsAt', ['expires_on'], dates.endsAt],
    ['policies', ['policies'], policies.length > 0 || stored?.policies.length === 0 ? undefined : NO_POLICY],
  ]
  return [
    ...found.flatMap(([field, path, message]) => (message ? [{ field, path, message }] : [])),
    ...policies.flatMap((row, index) => rowProblems(row, index, judging)),
    ...certainRefusals(policies, judging),
  ]
}

function statusProblem(status: string, stored: Token | null): string | undefined {
  if (stored) return status === stored.status || isSettable(status) ? undefined : NOT_SETTABLE
  return status === 'active' ? undefined : ALWAYS_ACTIVE
}

const LIMITS = ['condition', 'request_ip']
const ALWAYS_ACTIVE = 'New tokens are always active. Remove the status.'
const NOT_SETTABLE = 'The status must be "active" or "disabled".'
const NO_POLICY = 'Add at least one policy.'
const NOT_ADDED = 'Add this entry or clear it.'

/** Text in the input is sent like the ranges in the list, so all of it has to be ranges. */
function rangeProblem(text: string): string | undefined {
  for (const part of listWords(text)) {
    const parsed = parseRange(part)
    if (!parsed.ok) return parsed.message
  }
  return undefined
}

const PATHS = { resources: ['resources'], permissionGroups: ['permission_groups'], json: [] }

function rowProblems(
  { policy, typed }: FormValues['policies'][number],
  index: number,
  judging: Judging,
): FormProblem[] {
  const path = ['policies', index]
  return [
    ...policyProblems(policy, judging).map(({ field, message }) => ({
      field: `policies.${index}.policy` as const,
      path: [...path, ...PATHS[field]],
      message,
    })),
    ...(typed.trim()
      ? [{ field: `policies.${index}.typed` as const, path: [...path, 'resources'], message: NOT_ADDED }]
      : []),
  ]
}

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
  return wrong.length === 1
    ? `${names} doesn’t apply to these resources. Move it to a separate policy or remove it.`
    : `${names} don’t apply to these resources. Move them to a separate policy or remove them.`
}

/** The problems as React Hook Form takes them from a resolver: the first of each field. */
export function fieldErrors(problems: FormProblem[]): FieldErrors<FormValues> {
  const errors: FieldErrors<FormValues> = {}
  for (const { field, message } of problems) if (!get(errors, field)) set(errors, field, { type: 'form', message })
  return errors
}
