import { isObject } from '#domain/text/is-object.ts'
import { parseRange } from './ip-ranges.ts'

type ConditionProblem = { path: (string | number)[]; message: string }

/** The key of the schema, and that of older answers. */
const LIMIT_KEYS = ['request_ip', 'request.ip']
const LISTS = ['in', 'not_in']

/** What in a condition written by hand is not of the form that the API takes. */
export function conditionProblems(condition: unknown): ConditionProblem[] {
  if (condition === undefined || condition === null) return []
  if (!isObject(condition)) return [{ path: ['condition'], message: 'The condition must be an object in { }.' }]
  return LIMIT_KEYS.flatMap((key) => {
    const limit = condition[key]
    if (limit === undefined || limit === null) return []
    const path = ['condition', key]
    if (!isObject(limit)) return [{ path, message: 'The IP limit must be an object with "in" and "not_in".' }]
    return LISTS.flatMap((list) => rangeProblems(limit[list], [...path, list]))
  })
}

function rangeProblems(ranges: unknown, path: ConditionProblem['path']): ConditionProblem[] {
  if (ranges === undefined || ranges === null) return []
  if (!Array.isArray(ranges)) return [{ path, message: 'Ranges must be a list in [ ].' }]
  return ranges.flatMap((range: unknown, index) => {
    const at = [...path, index]
    if (typeof range !== 'string') return [{ path: at, message: 'A range must be text in quotes.' }]
    const parsed = parseRange(range)
    return parsed.ok ? [] : [{ path: at, message: parsed.message }]
  })
}

/** What is sent as typed though the app does not know it, or the form would write it otherwise. */
export function conditionRemarks(condition: unknown): ConditionProblem[] {
  if (!isObject(condition)) return []
  return [
    ...unknownKeys(condition, LIMIT_KEYS, ['condition']),
    ...LIMIT_KEYS.flatMap((key) => {
      const limit = condition[key]
      if (!isObject(limit)) return []
      const path = ['condition', key]
      const ranges = LISTS.flatMap((list) => rangeRemarks(limit[list], [...path, list]))
      return [...unknownKeys(limit, LISTS, path), ...ranges]
    }),
  ]
}

export const unknownKeys = (
  value: Record<string, unknown>,
  known: readonly string[],
  path: ConditionProblem['path'],
): ConditionProblem[] =>
  Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({ path: [...path, key], message: `“${key}” isn’t known to Token Desk.` }))

function rangeRemarks(ranges: unknown, path: string[]): ConditionProblem[] {
  if (!Array.isArray(ranges)) return []
  return ranges.flatMap((range: unknown, index) => {
    const parsed = typeof range === 'string' ? parseRange(range) : null
    if (!parsed?.ok || parsed.note === null) return []
    return [{ path: [...path, index], message: `“${String(range)}” isn’t a CIDR range. It would be ${parsed.cidr}.` }]
  })
}
