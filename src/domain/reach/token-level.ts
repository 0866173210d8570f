import { placeLevel, strongest, type AccessLevel } from './access-level.ts'
import type { TokenReach } from './token-reach.ts'

/** Tokens keep their reach for as long as they are known, and every page asks. */
const levels = new WeakMap<Pick<TokenReach, 'parts' | 'isCut'>, AccessLevel>()

/**
 * The most that a token can do, as written. What is taken away by a deny, or dead, does not count. A token with parts
 * that cannot be read may do more, so it is `unknown` unless what can be read is stronger.
 */
export function tokenLevel(reach: Pick<TokenReach, 'parts' | 'isCut'>): AccessLevel {
  const known = levels.get(reach)
  if (known !== undefined) return known
  const level = strongest([...partLevels(reach), ...(reach.isCut ? (['unknown'] as const) : [])])
  levels.set(reach, level)
  return level
}

/** Groups of a part share its places, and many groups are of the same kind. */
const partLevels = ({ parts }: Pick<TokenReach, 'parts'>): AccessLevel[] =>
  parts.flatMap(({ groups, places, denies }) => {
    const kinds = [...new Set(groups.map(({ kind }) => kind))]
    const found = places.flatMap((place) => kinds.map((kind) => placeLevel({ kind }, place)))
    return denies.length > 0 ? [...found, 'denied' as const] : found
  })
