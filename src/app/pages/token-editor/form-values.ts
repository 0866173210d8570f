import { NO_CONDITION, type Condition } from '#domain/condition/condition.ts'
import { withTyped } from '#domain/condition/ip-ranges.ts'
import { blankPolicy, fromApi, toApi, type EditorPolicy } from '#domain/policy/editor-policy.ts'
import { listWords } from '#domain/text/list-words.ts'
import { stableText } from '#domain/text/stable-text.ts'
import type { Part, Side } from '#domain/token/merge.ts'
import { createBody, storedPolicies, updateBody, type TokenDraft } from '#domain/token/request-body.ts'
import type { TokenBodyText } from '#domain/token-json/read-token-body.ts'
import type { Token } from '#domain/token/token.ts'
import { unknownFields } from '#domain/token/unknown-fields.ts'
import { choiceOf, validityOf, type Validity, type ValidityChoice } from '#domain/token/validity.ts'

/** Which side of a conflict each part comes from; unchanged parts are absent. */
export type Choices = Partial<Record<Part, Side>>

/** What the screen holds. */
export type FormValues = ValidityChoice & {
  name: string
  condition: Condition
  /** Typed beside the lists of ranges and not yet added to them: it must not get lost on saving. */
  allowedText: string
  exceptionsText: string
  /** One value per card: groups and resources are no nested arrays. `typed` is not yet added to the resources. */
  policies: PolicyRow[]
  carried: Carried
  /** The JSON tab's text as the user wrote it, and the body it means; `null` while it cannot be read. */
  json: { text: string; body: string | null } | null
}

type PolicyRow = { policy: EditorPolicy; typed: string }

/**
 * What the screen has no control for, as it was stored or written in the JSON tab; times to the second.
 * Objects are JSON text: React Hook Form's copies of them may lose keys such as `__proto__`.
 */
type Carried = Validity & {
  status: string
  /** `null`: none. */
  conditionJson: string | null
  /** `null`: as stored. */
  extraJson: string | null
}

const NOTHING_CARRIED: Carried = {
  status: 'active',
  conditionJson: null,
  notBefore: null,
  expiresOn: null,
  extraJson: null,
}

export const policyRow = (policy: EditorPolicy): PolicyRow => ({ policy, typed: '' })

export function blankValues(name = '', policies: EditorPolicy[] = [blankPolicy()]): FormValues {
  return {
    name,
    starts: 'now',
    startsAt: '',
    // An expiry is the better habit, so a new token starts with one.
    ends: '90',
    endsAt: '',
    condition: NO_CONDITION,
    allowedText: '',
    exceptionsText: '',
    policies: policies.map(policyRow),
    carried: NOTHING_CARRIED,
    json: null,
  }
}

/** An edit starts from exactly what is stored. */
export function editValues(token: Token, accountId: string): FormValues {
  return draftValues({ ...token, policies: storedPolicies(token), storedCondition: token.wire.condition }, accountId)
}

/** The screen for a suggested change of a stored token. Unknown keys stay as stored. */
export function draftValues(draft: TokenDraft, accountId: string): FormValues {
  const { status, condition, notBefore, expiresOn } = draft
  return {
    ...blankValues(draft.name),
    ...choiceOf(draft),
    condition,
    policies: fromApi(draft.policies, accountId).map(policyRow),
    carried: { status, conditionJson: jsonOf(draft.storedCondition), notBefore, expiresOn, extraJson: null },
  }
}

const jsonOf = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))
const valueOf = (json: string | null): unknown => (json === null ? undefined : JSON.parse(json))

/** A copy takes policies and limits; its life starts anew, and so does its name. */
export function duplicateValues(token: Token, accountId: string, suffix: 'copy' | 'new' = 'copy'): FormValues {
  const { condition, policies, carried } = editValues(token, accountId)
  return {
    ...blankValues(nameWith(` (${suffix})`, token.name)),
    condition,
    policies,
    carried: { ...NOTHING_CARRIED, conditionJson: carried.conditionJson },
  }
}

/** The screen for a body written by hand; a part it leaves out is as in a blank form, except the status. */
export function bodyValues(body: TokenBodyText, accountId: string, current: FormValues): FormValues {
  const { notBefore, expiresOn, condition, wireCondition, extra } = body
  return {
    ...blankValues(body.name),
    ...choiceOf(body),
    condition,
    policies: fromApi(body.policies, accountId).map(policyRow),
    carried: {
      status: body.status ?? current.carried.status,
      conditionJson: jsonOf(wireCondition),
      notBefore,
      expiresOn,
      extraJson: JSON.stringify(extra),
    },
  }
}

/** The form after a conflict: theirs, and from yours the parts that were chosen. */
export function mergeValues(base: Token, theirs: FormValues, yours: FormValues, choices: Choices): FormValues {
  const of = (part: Part) => (choices[part] === 'yours' ? yours : theirs)
  const [start, end] = [of('notBefore'), of('expiresOn')]
  // What the app does not know in a condition is theirs, unless the user changed it by hand.
  const isOwnCondition =
    choices.condition === 'yours' &&
    stableText(valueOf(yours.carried.conditionJson)) !== stableText(base.wire.condition)
  // So are unknown fields, which the JSON tab holds as they were when the form was opened.
  const { extraJson } = yours.carried
  const isOwnExtra = stableText(valueOf(extraJson)) !== stableText(unknownFields(base.wire))
  return {
    ...theirs,
    name: of('name').name,
    policies: of('policies').policies,
    starts: start.starts,
    startsAt: start.startsAt,
    ends: end.ends,
    endsAt: end.endsAt,
    condition: limitOf(of('condition')),
    carried: {
      status: of('status').carried.status,
      conditionJson: (isOwnCondition ? yours : theirs).carried.conditionJson,
      notBefore: start.carried.notBefore,
      expiresOn: end.carried.expiresOn,
      extraJson: isOwnExtra ? extraJson : null,
    },
  }
}

/** Cut to the API's limit of 120, by whole characters. */
const nameWith = (suffix: string, name: string) =>
  Array.from(name)
    .slice(0, 120 - suffix.length)
    .join('') + suffix

/** What would be sent. Dates that were not touched go back byte for byte. */
export function draftFrom(values: FormValues, accountId: string, now: number): TokenDraft {
  const { name, policies, carried } = values
  return {
    name,
    status: carried.status,
    policies: policies.map(({ policy }) => toApi(policy, accountId)),
    condition: limitOf(values),
    ...validityOf(values, carried, now),
    storedCondition: valueOf(carried.conditionJson),
    // The app wrote the object itself.
    ...(carried.extraJson !== null && { extra: JSON.parse(carried.extraJson) as Record<string, unknown> }),
  }
}

/**
 * The lists with what is typed beside them. A form that was restored shows a range which no leaving of the input has
 * added; sent without it, the token would work from anywhere.
 */
const limitOf = ({ condition, allowedText, exceptionsText }: FormValues): Condition => ({
  ...condition,
  allowed: withTyped(condition.allowed, listWords(allowedText)),
  exceptions: withTyped(condition.exceptions, listWords(exceptionsText)),
})

/** The body of the request that saves a draft: an update of what is stored, or a create. */
export const requestBody = (draft: TokenDraft, stored: Token | null): Record<string, unknown> =>
  stored ? updateBody(draft, stored) : createBody(draft)
