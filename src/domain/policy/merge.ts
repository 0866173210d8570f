import { samePolicies, stableText } from './canonical.ts'
import type { TokenDraft } from './request-body.ts'

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

function samePart(part: Part, a: TokenDraft, b: TokenDraft): boolean {
  switch (part) {
    case 'policies':
      return samePolicies(a.policies, b.policies)
    case 'condition':
      return stableText([a.condition, a.storedCondition ?? {}]) === stableText([b.condition, b.storedCondition ?? {}])
    case 'notBefore':
    case 'expiresOn':
      return time(a[part]) === time(b[part])
    default:
      return a[part] === b[part]
  }
}

const time = (text: string | null) => (text === null ? null : Date.parse(text))
