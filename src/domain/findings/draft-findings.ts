import { replaceWireCondition } from '#domain/condition/condition.ts'
import { isPolicy } from '#domain/policy/read-policy.ts'
import { parseResources } from '#domain/policy/resource-keys.ts'
import { readToken } from '#domain/token/read-token.ts'
import { updateBody, type TokenDraft } from '#domain/token/request-body.ts'
import { wholeSeconds } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import type { Judging } from './context.ts'
import type { Finding, RuleId } from './finding.ts'
import { findingsOfOne } from './findings-of.ts'

/** Of what happened to a token, of its secret and of how it is used: no draft changes that. */
const NOT_OF_A_DRAFT: ReadonlySet<RuleId> = new Set(['D1', 'T5', 'T6', 'T7', 'T8', 'T10', 'O5'])

/** What would be wrong with a token once a draft is saved, be it new (`stored` is `null`) or changed; by urgency. */
export function draftFindings(draft: TokenDraft, stored: Token | null, context: Judging): Finding[] {
  const found = findingsOfDraft(draft, stored, context)
  // A policy that is still to be filled in will do something.
  return draft.policies.some(isUnfinished) ? found.filter(({ rule }) => rule !== 'N1') : found
}

const isUnfinished = (policy: unknown): boolean =>
  isPolicy(policy) && (policy.permission_groups.length === 0 || parseResources(policy.resources).length === 0)

function findingsOfDraft(draft: TokenDraft, stored: Token | null, context: Judging): Finding[] {
  if (stored) return findingsIn({ ...stored.wire, ...updateBody(draft, stored) }, context)
  const token = newToken(draft)
  // A rule that spares tokens made today would spare each draft, and one needs to know that it is from today.
  const life = findingsIn({ ...token, issued_on: wholeSeconds(context.now) }, context)
  return [...findingsIn(token, context), ...life.filter(({ rule }) => rule === 'T4')]
}

function findingsIn(wire: unknown, context: Judging): Finding[] {
  const token = readToken(wire)
  if (!token) return []
  return findingsOfOne(token, context).filter(({ rule }) => !NOT_OF_A_DRAFT.has(rule))
}

/** As the API would tell of it. The ID stays in the browser. */
const newToken = ({ name, policies, condition, storedCondition, notBefore, expiresOn }: TokenDraft) => ({
  id: 'new',
  name,
  status: 'active',
  policies,
  condition: replaceWireCondition(storedCondition, condition),
  ...(notBefore && { not_before: notBefore }),
  ...(expiresOn && { expires_on: expiresOn }),
})
