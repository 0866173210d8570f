import { replaceWireCondition, type Condition } from '#domain/condition/condition.ts'
import type { Token } from './token.ts'
import { holdsRounded } from '#domain/text/rounded.ts'
import { stableText } from '#domain/text/stable-text.ts'
import { toInput } from '#domain/policy/editor-policy.ts'
import { withBareGroups } from '#domain/policy/canonical.ts'
import { unknownFields } from './unknown-fields.ts'

/** The parts of a token that a request can set. Times are whole-second UTC; `null` means none. */
export type TokenDraft = {
  name: string
  status: string
  /** As they will be sent: in the documented form, or else as they came. */
  policies: unknown[]
  condition: Condition
  notBefore: string | null
  expiresOn: string | null
  /** The stored condition as it came: an update must keep its unknown parts. */
  storedCondition?: unknown
  /** Unknown keys, sent as they are. Absent means as stored. */
  extra?: Record<string, unknown>
}

/** A draft of a stored token, without changes. */
export const draftOf = (token: Token): TokenDraft => ({
  name: token.name,
  status: token.status,
  policies: storedPolicies(token).map(toInput),
  condition: token.condition,
  notBefore: token.notBefore,
  expiresOn: token.expiresOn,
  storedCondition: token.wire.condition,
  extra: unknownFields(token.wire),
})

/** For comparing a request with what is stored: the API sets itself what a group has beside its ID, such as `meta`. */
export const asAsked = (draft: TokenDraft): TokenDraft => ({ ...draft, policies: draft.policies.map(withBareGroups) })

const NONE: unknown[] = []

/** The policies of a token exactly as they came; empty for a new token or when no list came. */
export const storedPolicies = (token: Token | null): unknown[] =>
  Array.isArray(token?.wire.policies) ? token.wire.policies : NONE

/** The body of a create, without unset fields. The API decides the status of a new token. */
export function createBody(draft: TokenDraft): Record<string, unknown> {
  const condition = replaceWireCondition(draft.storedCondition, draft.condition)
  return {
    name: draft.name,
    policies: draft.policies,
    ...(stableText(condition ?? {}) !== '{}' && { condition }),
    ...(draft.expiresOn && { expires_on: draft.expiresOn }),
    ...(draft.notBefore && { not_before: draft.notBefore }),
    ...draft.extra,
  }
}

/**
 * The body of an update: the stored token, with the changes of the draft. Everything else is sent back as it came. What
 * did not come is not sent, because the API keeps what a PUT leaves out (`docs/api-behaviour.md` §2.4); so `null`
 * clears a time and `{}` a condition. Policy ids and group names are left out: the API sets them.
 */
export function updateBody(draft: TokenDraft, stored: Token): Record<string, unknown> {
  const { wire } = stored
  const base = draftOf(stored)
  const asStored = (field: string) => (Object.hasOwn(wire, field) ? { [field]: wire[field] } : {})
  const replaced = (field: string, isChanged: boolean, value: unknown) =>
    isChanged ? { [field]: value } : asStored(field)
  const condition = replaceWireCondition(draft.storedCondition, draft.condition)
  const isNewPolicies = draft.policies.length > 0 || Array.isArray(wire.policies)
  return {
    ...replaced('name', draft.name !== base.name, draft.name),
    // The API accepts only these two. An expired or unknown status cannot be set, and stays when left out.
    ...(isSettable(draft.status) && { status: draft.status }),
    ...replaced('policies', isNewPolicies, draft.policies),
    ...replaced('condition', stableText(condition) !== stableText(wire.condition), condition ?? {}),
    ...replaced('expires_on', draft.expiresOn !== base.expiresOn, draft.expiresOn),
    ...replaced('not_before', draft.notBefore !== base.notBefore, draft.notBefore),
    ...(draft.extra ?? unknownFields(wire)),
  }
}

/** The statuses that a request can set (`docs/api-behaviour.md` §2.5). */
export const isSettable = (status: string): boolean => status === 'active' || status === 'disabled'

/**
 * Why an update of this token must not be sent, or `null`. A PUT requires a name and the whole list of policies
 * (`docs/api-behaviour.md` §2.4): a token that came without them would lose them.
 */
export function whyUnwritable(draft: TokenDraft, stored: Token): string | null {
  if (!Object.hasOwn(stored.wire, 'name') && draft.name === stored.name)
    return 'The API sent this token without a name, so saving it could remove its name.'
  if (!Array.isArray(stored.wire.policies) && draft.policies.length === 0)
    return 'The API sent this token without a list of policies, so saving it could remove its policies.'
  if (holdsRounded(updateBody(draft, stored)))
    return 'This token has a number of so many digits that saving it could change the number.'
  return null
}

/** Whether the unknown fields of two tokens are the same. */
export const hasSameUnknown = (a: Token, b: Token): boolean =>
  stableText(unknownFields(a.wire)) === stableText(unknownFields(b.wire))

/**
 * A typed body has the unknown fields as they were when the form was opened. Unchanged ones are taken from the token as
 * read right before the write, because they may have changed.
 */
export function withoutKeptExtra(draft: TokenDraft, opened: Token): TokenDraft {
  const { extra, ...rest } = draft
  return extra && stableText(extra) !== stableText(unknownFields(opened.wire)) ? draft : rest
}
