import { blankPolicy, fromApi, toApi, type EditorPolicy } from '#domain/policy/editor-policy.ts'
import { stableText } from '#domain/policy/canonical.ts'
import type { Part, Side } from '#domain/policy/merge.ts'
import { storedPolicies, type TokenDraft } from '#domain/policy/request-body.ts'
import type { TokenBodyText } from '#domain/token-json/read-token-body.ts'
import type { Token } from '#domain/token/token.ts'
import { expiryInDays, toLocalInput, toWireTime, validateValidity, type ValidityDays } from '#domain/token/validity.ts'

/** Which side of a conflict each part comes from; a part that nobody changed is not in it. */
export type Choices = Partial<Record<Part, Side>>

/** What the screen holds. Dates are what a `datetime-local` input holds: the machine's local time. */
export type FormValues = {
  name: string
  starts: 'now' | 'at'
  startsAt: string
  ends: EndChoice
  endsAt: string
  allowed: string[]
  exceptions: string[]
  /** Typed beside the lists and not yet added to them: it may not get lost on saving. */
  allowedText: string
  exceptionsText: string
  /** One value a card: groups and resources are no nested arrays. `typed` waits to be added to the resources. */
  policies: { policy: EditorPolicy; typed: string }[]
  kept: Kept
  /** The JSON tab's text as somebody wrote it, and the body it means; `null` while it cannot be read. */
  json: { text: string; body: string | null } | null
}

/**
 * What the screen has no control for, as it was stored or written in the JSON tab; times to the second.
 * Objects are kept as JSON: the form's copies of them may lose keys such as `__proto__`.
 */
type Kept = {
  status: string
  /** `null`: none. */
  conditionJson: string | null
  notBefore: string | null
  expiresOn: string | null
  /** `null`: as stored. */
  extraJson: string | null
}

/** Days from now, a date-time, or never. */
export type EndChoice = `${ValidityDays}` | 'at' | 'never'

/** An expiry is the better habit, so a new token starts with one. */
const DEFAULT_END: EndChoice = '90'

export const policyRow = (policy: EditorPolicy) => ({ policy, typed: '' })

export function blankValues(name = '', policies: EditorPolicy[] = [blankPolicy()]): FormValues {
  return {
    name,
    starts: 'now',
    startsAt: '',
    ends: DEFAULT_END,
    endsAt: '',
    allowed: [],
    exceptions: [],
    allowedText: '',
    exceptionsText: '',
    policies: policies.map(policyRow),
    kept: { status: 'active', conditionJson: null, notBefore: null, expiresOn: null, extraJson: null },
    json: null,
  }
}

/** An edit starts from exactly what is stored. */
export function editValues(token: Token, accountId: string): FormValues {
  return {
    ...blankValues(token.name),
    ...timeValues(token),
    allowed: token.condition.allowed,
    exceptions: token.condition.exceptions,
    policies: fromApi(storedPolicies(token), accountId).map(policyRow),
    kept: {
      status: token.status,
      conditionJson: jsonOf(token.wire.condition),
      notBefore: token.notBefore,
      expiresOn: token.expiresOn,
      extraJson: null,
    },
  }
}

const jsonOf = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))
const valueOf = (json: string | null): unknown => (json === null ? undefined : JSON.parse(json))

/** A copy takes policies and limits; its life starts anew, and so does its name. */
export function duplicateValues(token: Token, accountId: string): FormValues {
  const values = editValues(token, accountId)
  return {
    ...blankValues(copyName(token.name)),
    allowed: values.allowed,
    exceptions: values.exceptions,
    policies: values.policies,
    kept: { ...blankValues().kept, conditionJson: values.kept.conditionJson },
  }
}

/** The screen for a body written by hand; a part it leaves out is as in a blank form, except the status. */
export function bodyValues(body: TokenBodyText, accountId: string, current: FormValues): FormValues {
  return {
    ...blankValues(body.name),
    ...timeValues(body),
    allowed: body.condition.allowed,
    exceptions: body.condition.exceptions,
    policies: fromApi(body.policies, accountId).map(policyRow),
    kept: {
      status: body.status ?? current.kept.status,
      conditionJson: jsonOf(body.wireCondition),
      notBefore: body.notBefore,
      expiresOn: body.expiresOn,
      extraJson: JSON.stringify(body.extra),
    },
  }
}

/** The form after a conflict: theirs, and from yours the parts that were chosen. */
export function mergeValues(base: Token, theirs: FormValues, yours: FormValues, choices: Choices): FormValues {
  const of = (part: keyof Choices) => (choices[part] === 'yours' ? yours : theirs)
  const [start, end, limits] = [of('notBefore'), of('expiresOn'), of('condition')]
  // What the app does not know in a condition is theirs, unless it was changed here by hand.
  const isOwnCondition =
    choices.condition === 'yours' && stableText(valueOf(yours.kept.conditionJson)) !== stableText(base.wire.condition)
  return {
    ...theirs,
    name: of('name').name,
    policies: of('policies').policies,
    starts: start.starts,
    startsAt: start.startsAt,
    ends: end.ends,
    endsAt: end.endsAt,
    allowed: limits.allowed,
    exceptions: limits.exceptions,
    kept: {
      status: of('status').kept.status,
      conditionJson: isOwnCondition ? yours.kept.conditionJson : theirs.kept.conditionJson,
      notBefore: start.kept.notBefore,
      expiresOn: end.kept.expiresOn,
      extraJson: yours.kept.extraJson,
    },
  }
}

function timeValues({ notBefore, expiresOn }: { notBefore: string | null; expiresOn: string | null }) {
  return {
    starts: notBefore ? ('at' as const) : ('now' as const),
    startsAt: notBefore ? toLocalInput(notBefore) : '',
    ends: expiresOn ? ('at' as const) : ('never' as const),
    endsAt: expiresOn ? toLocalInput(expiresOn) : '',
  }
}

const COPY = ' (copy)'

/** Cut to the API's limit of 120, by whole characters. */
const copyName = (name: string) =>
  Array.from(name)
    .slice(0, 120 - COPY.length)
    .join('') + COPY

/**
 * What would be sent. Dates that were not touched go back byte for byte: the screen
 * shows minutes, the API may hold seconds.
 */
export function toDraft(values: FormValues, accountId: string, now: number): TokenDraft {
  const { kept } = values
  return {
    name: values.name,
    status: kept.status,
    policies: values.policies.map(({ policy }) => toApi(policy, accountId)),
    condition: { allowed: values.allowed, exceptions: values.exceptions },
    notBefore: startOf(values),
    expiresOn: endOf(values, now),
    storedCondition: valueOf(kept.conditionJson),
    // The app wrote the object itself.
    ...(kept.extraJson !== null && { extra: JSON.parse(kept.extraJson) as Record<string, unknown> }),
  }
}

const startOf = ({ starts, startsAt, kept }: FormValues) =>
  starts === 'now' ? null : wireTime(startsAt, kept.notBefore)

function endOf({ ends, endsAt, kept }: FormValues, now: number): string | null {
  if (ends === 'never') return null
  if (ends === 'at') return wireTime(endsAt, kept.expiresOn)
  return expiryInDays(Number(ends), now)
}

const wireTime = (local: string, kept: string | null) =>
  kept && toLocalInput(kept) === local ? kept : toWireTime(local)

/** Problems of the two dates, each in plain words. A stored one that was not touched may stay, whatever it is. */
export function validityProblems(values: FormValues, now: number, stored: Token | null) {
  const problems: { startsAt?: string; endsAt?: string } = {}
  const [notBefore, expiresOn] = [startOf(values), endOf(values, now)]
  const isStored = { start: stored?.notBefore === notBefore, end: stored?.expiresOn === expiresOn }
  if (values.starts === 'at' && notBefore === null) problems.startsAt = dateProblem(values.startsAt)
  if (values.ends === 'at' && expiresOn === null) problems.endsAt = dateProblem(values.endsAt)
  if (problems.startsAt || problems.endsAt || (isStored.start && isStored.end)) return problems

  const found = validateValidity({ notBefore, expiresOn }, now)
  if (found.expiresOn) problems.endsAt = found.expiresOn
  return problems
}

const dateProblem = (local: string) =>
  local ? 'There is no such local time (clocks skip it). Choose another.' : 'Choose a date and a time.'
