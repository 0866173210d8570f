import { fromWireCondition, type Condition } from '#domain/condition/condition.ts'
import { conditionProblems, conditionRemarks, unknownKeys } from '#domain/condition/typed-condition.ts'
import { stableText } from '#domain/text/stable-text.ts'
import { toInput } from '#domain/policy/editor-policy.ts'
import type { WireToken } from '#domain/policy/wire.ts'
import { pathText, readJsonText, type JsonPath, type JsonProblem } from './json-text.ts'
import { isObject } from '#domain/text/is-object.ts'
import { mayBeRounded } from '#domain/text/rounded.ts'
import { readTime } from '#domain/token/time.ts'
import { fromEpoch, isZeroTime, readRfc3339 } from '#domain/token/rfc3339.ts'
import { READ_ONLY } from './request-form.ts'
import { REMOVED } from '#domain/secret/redact.ts'

/** A typed request body, its times in whole seconds. Unknown fields are in `extra` and in the parts themselves. */
export type TokenBodyText = {
  name: string
  /** `null` when absent. */
  status: string | null
  /** Of the documented form, or as the token came that is edited. */
  policies: unknown[]
  condition: Condition
  /** The condition as typed, including its unknown parts. */
  wireCondition: unknown
  notBefore: string | null
  expiresOn: string | null
  extra: Record<string, unknown>
}

/**
 * The stored token as it came. Parts that are unchanged in the text are sent back byte for byte, and are not checked.
 */
type Stored = WireToken

export type ReadTokenBody =
  /** `remarks`: what is sent as typed and may not be meant. */
  { ok: true; body: TokenBodyText; readOver: string[]; remarks: JsonProblem[] } | { ok: false; problems: JsonProblem[] }

/** Parses the text of the JSON tab. Only the structure is checked here; the values are checked with the form. */
export function readTokenBody(text: string, stored: Stored = {}): ReadTokenBody {
  const read = readJsonText(text)
  if (!read.ok) return { ok: false, problems: [read.problem] }
  const placed = ({ path, message }: ShapeProblem) => ({ ...read.placeOf(path), path: pathText(path), message })
  const shape = [...shapeProblems(read.value, stored), ...valueProblems(read.value, [])]
  if (shape.length > 0 || !isObject(read.value)) {
    return { ok: false, problems: shape.map(placed) }
  }
  const remarks = remarksOn(read.value, stored).map(placed)
  return { ok: true, body: bodyOf(read.value, stored), readOver: read.readOver, remarks }
}

/** Fields of a request, and those of an answer, which are no mistake. */
const FIELDS = ['name', 'status', 'policies', 'condition', 'not_before', 'expires_on', ...READ_ONLY]
const POLICY_FIELDS = ['id', 'effect', 'permission_groups', 'resources']

/** The fields of a token that Token Desk does not know, such as a misspelt limit. */
export const unknownFieldsOf = (value: Record<string, unknown>): ShapeProblem[] => unknownKeys(value, FIELDS, [])

function remarksOn(value: Record<string, unknown>, stored: Stored): ShapeProblem[] {
  const { condition, policies } = value
  const isStored = ({ path: [key] }: ShapeProblem) =>
    Object.entries(stored).some(([field, inner]) => field === key && isSame(value[field], inner))
  return [
    ...unknownFieldsOf(value).filter((remark) => !isStored(remark)),
    ...(Array.isArray(policies) ? aboutNew(policies, stored.policies, fieldRemarks) : []),
    ...(isSame(condition, stored.condition) ? [] : conditionRemarks(condition)),
  ]
}

/** The position of a part of a valid text, for problems found later. */
export function placeInBody(text: string, path: JsonPath, message: string): JsonProblem {
  const read = readJsonText(text)
  const place = read.ok ? read.placeOf(path) : { line: 1, column: 1 }
  return { ...place, path: pathText(path), message }
}

function bodyOf(value: Record<string, unknown>, stored: Stored): TokenBodyText {
  const { name, status, policies, condition, not_before, expires_on, ...extra } = value
  return {
    name: typeof name === 'string' ? name : '',
    status: typeof status === 'string' ? status : null,
    policies: Array.isArray(policies) ? policies : [],
    condition: fromWireCondition(condition),
    wireCondition: condition,
    notBefore: timeOf(not_before, stored.not_before),
    expiresOn: timeOf(expires_on, stored.expires_on),
    extra,
  }
}

/** For a request; the year 1 means "not set". */
function timeOf(time: unknown, stored: unknown): string | null {
  if (isSame(time, stored)) return readTime(stored)
  if (typeof time !== 'string') return null
  const read = readRfc3339(time)
  if (read.ok && isZeroTime(read.ms)) return null
  return read.ok ? read.wholeSeconds : time
}

type ShapeProblem = { path: JsonPath; message: string }

function shapeProblems(value: unknown, stored: Stored): ShapeProblem[] {
  if (!isObject(value)) return [{ path: [], message: 'A token must be an object in { } with a name.' }]
  const { name, status, policies, condition, not_before, expires_on } = value
  const isText = (field: 'name' | 'status') => typeof value[field] === 'string' || isSame(value[field], stored[field])
  return [
    ...unless(name === undefined || isText('name'), ['name'], 'The name must be text in quotes.'),
    ...unless(status === undefined || isText('status'), ['status'], 'The status must be text in quotes.'),
    ...(policies === undefined ? [] : policiesProblems(policies, stored.policies)),
    ...(isSame(condition, stored.condition) ? [] : conditionProblems(condition)),
    ...timeProblems('not_before', not_before, stored.not_before),
    ...timeProblems('expires_on', expires_on, stored.expires_on),
  ]
}

const unless = (isRight: boolean, path: JsonPath, message: string): ShapeProblem[] =>
  isRight ? [] : [{ path, message }]

const isSame = (value: unknown, stored: unknown) => stored !== undefined && stableText(value) === stableText(stored)

function policiesProblems(policies: unknown, stored: unknown): ShapeProblem[] {
  if (!Array.isArray(policies)) return [{ path: ['policies'], message: 'Policies must be a list in [ ].' }]
  return aboutNew(policies, stored, policyProblems)
}

const fieldRemarks = (policy: unknown, path: JsonPath): ShapeProblem[] =>
  isObject(policy) ? unknownKeys(policy, POLICY_FIELDS, path) : []

/** What `look` finds in the policies that are not stored already. */
function aboutNew(policies: unknown[], stored: unknown, look: typeof policyProblems): ShapeProblem[] {
  const held = new Set(Array.isArray(stored) ? stored.map((policy) => stableText(toInput(policy))) : [])
  return policies.flatMap((policy, index) =>
    held.has(stableText(toInput(policy))) ? [] : look(policy, ['policies', index]),
  )
}

function policyProblems(policy: unknown, path: JsonPath): ShapeProblem[] {
  if (!isObject(policy)) return [{ path, message: 'A policy must be an object in { }.' }]
  const { effect, permission_groups, resources } = policy
  return [
    ...unless(typeof effect === 'string', [...path, 'effect'], 'A policy needs an "effect": "allow" or "deny".'),
    ...(Array.isArray(permission_groups)
      ? permission_groups.flatMap((group: unknown, index) =>
          unless(
            isObject(group) && typeof group['id'] === 'string' && group['id'] !== '',
            [...path, 'permission_groups', index],
            'A permission group must be an object with its "id".',
          ),
        )
      : [{ path: [...path, 'permission_groups'], message: 'A policy needs a list of "permission_groups".' }]),
    ...(isObject(resources)
      ? Object.entries(resources).flatMap(([key, inner]) =>
          unless(
            typeof inner === 'string' || isTextMap(inner),
            [...path, 'resources', key],
            'A resource must be "*" or an object with "*" values.',
          ),
        )
      : [{ path: [...path, 'resources'], message: 'A policy needs "resources" in { }.' }]),
  ]
}

function timeProblems(key: string, time: unknown, stored: unknown): ShapeProblem[] {
  if (time === undefined || time === null || isSame(time, stored)) return []
  if (typeof time === 'string') {
    const read = readRfc3339(time)
    return read.ok ? [] : [{ path: [key], message: read.message }]
  }
  const meant = typeof time === 'number' ? fromEpoch(time) : null
  const cure = meant ? `Write "${meant}"` : 'Write it as "2027-01-31T00:00:00Z"'
  return [{ path: [key], message: `A time must be text. ${cure}, or null for none.` }]
}

/** What must not be sent, wherever it is: the placeholder of a secret that was removed, and a number that was rounded. */
function valueProblems(value: unknown, path: JsonPath): ShapeProblem[] {
  if (mayBeRounded(value)) return [{ path, message: 'A number of so many digits can’t be sent exactly.' }]
  if (typeof value === 'string')
    return unless(!value.includes(REMOVED), path, 'Remove this placeholder: a secret was here.')
  if (Array.isArray(value)) return value.flatMap((inner: unknown, index) => valueProblems(inner, [...path, index]))
  return isObject(value) ? Object.entries(value).flatMap(([key, inner]) => valueProblems(inner, [...path, key])) : []
}

const isTextMap = (value: unknown) =>
  isObject(value) && Object.values(value).every((inner) => typeof inner === 'string')
