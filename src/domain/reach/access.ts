import type { WirePolicy } from '#domain/policy/wire.ts'
import { placeLevel, strongest, type AccessLevel } from './access-level.ts'
import { placesWords } from './place-words.ts'
import { groupsOf, reachReader, type ReachContext } from './reach.ts'
import type { ReachGroup } from './group-reader.ts'
import type { PlaceReach } from './resolve.ts'

/** "Write, all zones", and the products with that access: "DNS, Workers Routes and 2 more; 1 denied". */
export type Access = { level: AccessLevel; words: string; detail: string }

type Held = PlaceReach & { group: ReachGroup; level: AccessLevel }

/** The strongest access of a token, where it has it, without what is denied. */
export function accessOf(policies: WirePolicy[], context: ReachContext): Access {
  const groups = groupsOf(reachReader(context)(policies))
  const denied = groups.filter(({ denies }) => denies.length > 0).length
  const given = groups
    .flatMap(({ group, places }) => places.map((one): Held => ({ ...one, group, level: placeLevel(group, one) })))
    .filter((held) => held.level !== 'denied')
  const level = strongest(given.map((held) => held.level))
  if (level === 'none') return { level, words: 'No access', detail: denied > 0 ? `${denied} denied` : '' }
  const held = given.filter((one) => one.level === level)
  return {
    level,
    words: `${verbOf(level, held)}, ${placesWords(held, context.accountId)}`,
    detail: productsOf(held) + (denied > 0 ? `; ${denied} denied` : ''),
  }
}

/** The same of a token with policies that cannot be read: it may have more. */
export const orMore = ({ level, words, detail }: Access): Access => ({
  level: strongest([level, 'unknown']),
  words: level === 'none' ? 'Unknown' : `${words}, perhaps more`,
  detail,
})

function verbOf(level: AccessLevel, held: Held[]): string {
  if (level === 'read') return 'Read'
  if (level === 'unknown')
    return held.every(({ state }) => state === 'not-established') ? 'Unknown effect' : 'Unknown level'
  if (level !== 'run') return 'Write'
  const [only, ...others] = new Set(held.map(({ group }) => group.level))
  return others.length === 0 && only ? only : 'Run'
}

const PRODUCTS_NAMED = 2

function productsOf(held: Held[]): string {
  const products = [...new Set(held.map(({ group }) => group.product))].sort()
  const named = products.slice(0, PRODUCTS_NAMED).join(', ')
  return products.length > PRODUCTS_NAMED ? `${named} and ${products.length - PRODUCTS_NAMED} more` : named
}
