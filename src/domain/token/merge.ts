import { msOf } from './time.ts'
import { canonicalCondition, replaceWireCondition } from '#domain/condition/condition.ts'
import { parseRange } from '#domain/condition/ip-ranges.ts'
import type { Token } from './token.ts'
import { samePolicies } from '#domain/policy/canonical.ts'
import { asAsked, draftOf, type TokenDraft } from './request-body.ts'

/** The parts of a token that two users may change independently. */
const PARTS = ['name', 'policies', 'condition', 'notBefore', 'expiresOn', 'status'] as const
export type Part = (typeof PARTS)[number]

export type Side = 'theirs' | 'yours'

/** Where a part should come from. `null`: both changed it differently, so the user has to choose. */
export type Merge = { part: Part; base: TokenDraft; side: Side | null }

/**
 * Compares three states of a token: when the form was opened (`base`), as stored now (`theirs`), and in the form
 * (`yours`). Unchanged parts are left out.
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
 * Whether all that a request could change is the same. `modified_on` is ignored: two changes within a second leave it
 * unchanged, and a roll changes nothing else. Unknown fields are ignored too: they are sent back as last read.
 */
export const isSameToken = (a: Token, b: Token): boolean => isSame(draftOf(a), draftOf(b))

/** Whether all parts of a draft are what the token has already. */
export const isStoredAs = (draft: TokenDraft, token: Token): boolean => isSame(asAsked(draft), asAsked(draftOf(token)))

const isSame = (a: TokenDraft, b: TokenDraft) => PARTS.every((part) => samePart(part, a, b))

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
  canonicalCondition(replaceWireCondition(draft.storedCondition, draft.condition), (range) => {
    const read = parseRange(range)
    return read.ok ? read.cidr : range
  })

/** Ms since 1970, or the text itself when it is no time. */
function time(text: string | null): number | string | null {
  const ms = text === null ? null : msOf(text)
  return Number.isNaN(ms) ? text : ms
}
