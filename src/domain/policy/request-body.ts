import { replaceWireCondition } from '#domain/condition/condition.ts'
import type { IpCondition, Token } from '#domain/token/token.ts'
import { toInput } from './editor-policy.ts'
import type { WirePolicyInput } from './wire.ts'

/** All of a token that a request can carry. Times are whole-second UTC; `null` is none. */
export type TokenDraft = {
  name: string
  status: string
  policies: WirePolicyInput[]
  condition: IpCondition
  notBefore: string | null
  expiresOn: string | null
  /** The stored condition as it came: what the app does not know in it must survive an update. */
  storedCondition?: unknown
  /** Keys of a body written by hand that the app does not know: sent as they are. */
  extra?: Record<string, unknown>
}

/** A stored token as a draft that changes nothing. */
export const draftOf = (token: Token): TokenDraft => ({
  name: token.name,
  status: token.status,
  policies: token.policies.map(toInput),
  condition: token.condition,
  notBefore: token.notBefore,
  expiresOn: token.expiresOn,
  storedCondition: token.wire.condition,
})

/** The body of a create: what is not set is left out. A new token's status is not for the asking. */
export function createBody(draft: TokenDraft): Record<string, unknown> {
  const condition = replaceWireCondition(draft.storedCondition, draft.condition)
  return {
    name: draft.name,
    policies: draft.policies,
    ...(Object.keys(condition).length > 0 && { condition }),
    ...(draft.expiresOn && { expires_on: draft.expiresOn }),
    ...(draft.notBefore && { not_before: draft.notBefore }),
    ...draft.extra,
  }
}

/**
 * The body of an update: always whole. What is left out the API keeps, so an
 * expiry can only be cleared by `null` and a condition by `{}`.
 */
export function updateBody(draft: TokenDraft): Record<string, unknown> {
  return {
    name: draft.name,
    // The API takes these two alone; an expired or unknown status cannot be set, and is left as it is.
    ...(['active', 'disabled'].includes(draft.status) && { status: draft.status }),
    policies: draft.policies,
    condition: replaceWireCondition(draft.storedCondition, draft.condition),
    expires_on: draft.expiresOn,
    not_before: draft.notBefore,
    ...draft.extra,
  }
}
