import { groupLevel, placeLevel, strongest, type AccessLevel } from '#domain/reach/access-level.ts'
import { LEVEL_LABELS } from '#domain/reach/level-labels.ts'
import type { Found } from '#domain/reach/question.ts'
import { groupsOf, type GroupReach } from '#domain/reach/reach.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import { throughWords } from './found-words.ts'

/** One permission of a token. `can` is false for one that gives nothing. */
export type Held = {
  key: string
  product: string
  permission: string
  level: AccessLevel
  levelWords: string
  on: string
  can: boolean
}

type Context = { accountId: string; names: ReadonlyMap<string, string> }

/** All permissions of a token, by product. */
export const permissionsOf = (reach: TokenReach, context: Context): Held[] =>
  groupsOf(reach)
    .map((one) => toHeld(one, context))
    .toSorted((a, b) => (a.product < b.product ? -1 : a.product > b.product ? 1 : 0))

function toHeld(one: GroupReach, context: Context): Held {
  const { group, places } = one
  const given = places.filter(({ state }) => state !== 'dead' && state !== 'denied')
  const level = strongest(given.map((held) => placeLevel(group, held)))
  const shared = { key: group.id, product: group.product, permission: spelledOut(group.name ?? group.id) }
  if (given.length > 0)
    return { ...shared, level, levelWords: LEVEL_LABELS[level], on: throughWords(given, context), can: true }
  const whole = groupLevel(one)
  return {
    ...shared,
    level: whole,
    levelWords: LEVEL_LABELS[whole],
    on:
      whole === 'denied'
        ? throughWords(places.length > 0 ? places : one.denies.map(toDenied), context)
        : 'Nothing: it doesn’t apply to the resources of its policy',
    can: false,
  }
}

const toDenied = (place: Found['place']) => ({ place, except: [] })
