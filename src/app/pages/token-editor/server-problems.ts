import type { FieldPath } from 'react-hook-form'
import type { ApiFailure } from '#app/api/errors.ts'
import type { FormValues } from './form-values.ts'

/** Where in the form a problem of the API belongs; `null` for the form as a whole. */
export type PlacedProblem = { field: FieldPath<FormValues> | null; message: string }

/** Problems by JSON pointer, or by the permission group a 1001 names. */
export function placeProblems({ problems }: Pick<ApiFailure, 'problems'>, values: FormValues): PlacedProblem[] {
  return problems.map(({ message, pointer }) => ({
    field: (pointer && fieldOf(pointer)) || fieldNaming(message, values),
    message,
  }))
}

function fieldOf(pointer: string): FieldPath<FormValues> | null {
  const [, root, index] = pointer.split('/')
  if (root === 'name') return 'name'
  if (root === 'not_before') return 'startsAt'
  if (root === 'expires_on') return 'endsAt'
  if (root === 'condition') return pointer.includes('not_in') ? 'condition.exceptions' : 'condition.allowed'
  if (root === 'policies' && index && /^\d+$/.test(index)) return `policies.${Number(index)}.policy`
  return null
}

/** `Failed common permission check against resources. (Permission group: "NAME")` has no pointer on the live API. */
function fieldNaming(message: string, { policies }: FormValues): FieldPath<FormValues> | null {
  if (message.includes('name must have a length')) return 'name'
  const name = /Permission group: "([^"]+)"/.exec(message)?.[1]
  if (!name) return null
  const index = policies.findIndex(
    ({ policy }) => policy.kind === 'visual' && policy.permissionGroups.some((group) => group.name === name),
  )
  return index === -1 ? null : `policies.${index}.policy`
}
