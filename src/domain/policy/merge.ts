import { msOf } from '#domain/token/time.ts'
import { canonicalCondition, replaceWireCondition } from '#domain/condition/condition.ts'
import type { Token } from '#domain/token/token.ts'
import { samePolicies } from './canonical.ts'
import { draftOf, type TokenDraft } from './request-body.ts'

/** The parts of a token that two people may have changed apart from each other. */
const PARTS = ['name', 'policies', 'condition', 'notBefore', 'expiresOn', 'status'] as const
export type Part = (typeof PARTS)[number]

export type Side = 'theirs' | 'yours'

/** Which side a part should come from. `null`: both changed it, each in another way, so somebody has to choose. */
export type Merge = { part: Part; base: TokenDraft; side: Side | null }

/**
 * Compares three states of one token: as the form was opened (`base`), as it is stored
 * now (`theirs`), and as the form wants it (`yours`). Parts that nobody changed are left out.
 */
export function mergeParts(base: TokenDraft, theirs: TokenDraft, yours: TokenDraft): Merge[] {
  return PARTS.flatMap((part): Merge[] => {
    const [isTheirs, isYours] = [!samePart(part, base, theirs), !samePart(part, base, yours)]
    if (!isTheirs && !isYours) return []
    if (!isTheirs) return [{ part, base, side: 'yours' }]
    if (!isYours || samePart(part, theirs, yours)) return [{ part, base, side: 'theirs' }]
    return [{ part, base, side: null }]
  })
}

/**
 * Whether a token is the same in all that a request could change. `modified_on` does not count: two
 * changes within one second leave it alone, and a roll moves it without changing anything here.
 * Fields that the app does not know do not count either: they go back as they were read last.
 */
export const isSameToken = (a: Token, b: Token): boolean => {
  const [one, other] = [draftOf(a), draftOf(b)]
  return PARTS.every((part) => samePart(part, one, other))
}

function samePart(part: Part, a: TokenDraft, b: TokenDraft): boolean {
  switch (part) {
    case 'policies':
      return samePolicies(a.policies, b.policies)
    case 'condition':
      return condition(a) === condition(b)
    case 'notBefore':
    case 'expiresOn':
      return time(a[part]) === time(b[part])
    default:
      return a[part] === b[part]
  }
}

const condition = (draft: TokenDraft) =>
  canonicalCondition(replaceWireCondition(draft.storedCondition, draft.condition))

/** Ms since 1970; a text that is no time counts as itself. */
function time(text: string | null): number | string | null {
  const ms = text === null ? null : msOf(text)
  return Number.isNaN(ms) ? text : ms
}
