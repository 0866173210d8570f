import { draftOf, type TokenDraft } from '#domain/policy/request-body.ts'
import { blankPolicy, fromApi, toApi, type EditorPolicy } from '#domain/policy/editor-policy.ts'
import type { Token } from '#domain/token/token.ts'
import { expiryInDays, toLocalInput, toWireTime, validateValidity, type ValidityDays } from '#domain/token/validity.ts'

/** What the screen holds. Dates are what a `datetime-local` input holds: the machine's local time. */
export type FormValues = {
  name: string
  starts: 'now' | 'at'
  startsAt: string
  ends: EndChoice
  endsAt: string
  allowed: string[]
  exceptions: string[]
  /** One value a card: groups and resources are no nested arrays. */
  policies: { policy: EditorPolicy }[]
}

/** Days from now, a date-time, or never. */
export type EndChoice = `${ValidityDays}` | 'at' | 'never'

/** An expiry is the better habit, so a new token starts with one. */
const DEFAULT_END: EndChoice = '90'

export function blankValues(): FormValues {
  return {
    name: '',
    starts: 'now',
    startsAt: '',
    ends: DEFAULT_END,
    endsAt: '',
    allowed: [],
    exceptions: [],
    policies: [{ policy: blankPolicy() }],
  }
}

/** An edit starts from exactly what is stored. */
export function editValues(token: Token, accountId: string): FormValues {
  return {
    name: token.name,
    starts: token.notBefore ? 'at' : 'now',
    startsAt: token.notBefore ? toLocalInput(token.notBefore) : '',
    ends: token.expiresOn ? 'at' : 'never',
    endsAt: token.expiresOn ? toLocalInput(token.expiresOn) : '',
    allowed: token.condition.allowed,
    exceptions: token.condition.exceptions,
    policies: fromApi(token.policies, accountId).map((policy) => ({ policy })),
  }
}

/** A copy takes policies and limits; its life starts anew, and so does its name. */
export function duplicateValues(token: Token, accountId: string): FormValues {
  const values = editValues(token, accountId)
  return { ...values, name: copyName(token.name), starts: 'now', startsAt: '', ends: DEFAULT_END, endsAt: '' }
}

const COPY = ' (copy)'

/** Cut to the API's limit of 120, by whole characters. */
const copyName = (name: string) =>
  Array.from(name)
    .slice(0, 120 - COPY.length)
    .join('') + COPY

/**
 * What would be sent. With `stored`, dates that were not touched go back byte for
 * byte: the screen shows minutes, the API may hold seconds.
 */
export function toDraft(values: FormValues, accountId: string, now: number, stored?: Token): TokenDraft {
  const base = stored ? draftOf(stored) : null
  return {
    ...base,
    name: values.name,
    status: base?.status ?? 'active',
    policies: values.policies.map(({ policy }) => toApi(policy, accountId)),
    condition: { allowed: values.allowed, exceptions: values.exceptions },
    notBefore: values.starts === 'now' ? null : wireTime(values.startsAt, stored?.notBefore),
    expiresOn: endOf(values, now, stored?.expiresOn),
  }
}

function endOf({ ends, endsAt }: FormValues, now: number, stored?: string | null): string | null {
  if (ends === 'never') return null
  if (ends === 'at') return wireTime(endsAt, stored)
  return expiryInDays(Number(ends), now)
}

const wireTime = (local: string, stored: string | null | undefined) =>
  stored && toLocalInput(stored) === local ? stored : toWireTime(local)

/** Problems of the two dates, each in plain words; a stored expiry that has passed may stay. */
export function validityProblems(values: FormValues, now: number, stored?: Token) {
  const problems: { startsAt?: string; endsAt?: string } = {}
  if (values.starts === 'at' && !toWireTime(values.startsAt)) problems.startsAt = dateProblem(values.startsAt)
  if (values.ends === 'at' && !toWireTime(values.endsAt)) problems.endsAt = dateProblem(values.endsAt)
  if (problems.startsAt || problems.endsAt) return problems

  const notBefore = values.starts === 'now' ? null : wireTime(values.startsAt, stored?.notBefore)
  const expiresOn = endOf(values, now, stored?.expiresOn)
  if (stored && notBefore === stored.notBefore && expiresOn === stored.expiresOn) return problems
  const found = validateValidity({ notBefore, expiresOn }, now)
  if (found.expiresOn) problems.endsAt = found.expiresOn
  return problems
}

const dateProblem = (local: string) =>
  local ? 'There is no such local time (clocks skip it). Choose another.' : 'Choose a date and a time.'
