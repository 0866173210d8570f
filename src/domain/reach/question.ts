import { atOnce } from './at-once.ts'
import type { LevelKind } from '#domain/permission-groups/group-name.ts'
import type { Place } from '#domain/policy/place.ts'
import { effectiveAt, type Effective, type Moment } from './effective.ts'
import { becauseOf, type Because } from './because.ts'
import type { ReachGroup } from './group-reader.ts'
import { pairOf } from './read-in-write.ts'
import { relationTo, type Relation } from './relation.ts'
import type { PlaceReach } from './resolve.ts'
import type { TokenReach } from './token-reach.ts'

/**
 * "Which tokens can [change] [DNS] on [example.com]?" What is left out is any. A group counts when it is of one of the
 * products or is one of the groups.
 */
export type Question = {
  kinds?: readonly LevelKind[]
  products?: readonly string[]
  groupIds?: readonly string[]
  place?: Place
}

/** Some permission groups of a token on one place that concern the question. All of them have the same policies. */
export type Found = {
  groups: readonly ReachGroup[]
  relation: Relation
  /** The permissions to read the same that are denied there, where a permission to change counts as reading. */
  deniedReads?: readonly string[]
} & PlaceReach

/** A token with all that was found in it. `effective` is `null` for an answer as written. */
export type Answer = TokenReach & { top: Relation; found: Found[]; effective: Effective | null }

/**
 * Tokens by the strongest thing found in them: they name the place, include it, or may do so for all that can be read;
 * and those that a deny holds back. `elsewhere` are tokens that could from other addresses than the caller's, and
 * `inactive` those that could, but do not work at the moment.
 */
export type Answers = {
  named: Answer[]
  wildcard: Answer[]
  unsure: Answer[]
  heldBack: Answer[]
  elsewhere: Answer[]
  inactive: Answer[]
}

/** Without a moment the answer is as written, and no token is inactive. */
export const answer = (question: Question, tokens: readonly TokenReach[], moment: Moment | null): Answers =>
  atOnce(answerSteps(question, tokens, moment))

/** So many tokens are asked in one go. */
const SLICE = 50

/** The same in slices: each step of the generator is one, so that the page can react between them. */
export function* answerSteps(
  question: Question,
  tokens: readonly TokenReach[],
  moment: Moment | null,
): Generator<number, Answers, void> {
  const answers: Answers = { named: [], wildcard: [], unsure: [], heldBack: [], elsewhere: [], inactive: [] }
  const asked = toAsked(question)
  for (const [index, reach] of tokens.entries()) {
    if (index % SLICE === SLICE - 1) yield index
    const found = findIn(reach, asked)
    const top = TOP_DOWN.find(
      (one) => found.some(({ relation }) => relation === one) || (reach.isCut && one === 'unsure'),
    )
    if (top === undefined) continue
    const effective = moment && effectiveAt(reach.token, moment)
    const isInactive = effective?.works === 'no'
    const list = !isInactive ? LIST[top] : effective.by === 'address' ? 'elsewhere' : 'inactive'
    if (!isInactive || top !== 'denied') answers[list].push({ ...reach, top, found, effective })
  }
  return answers
}

/** A policy that cannot be read as a whole may hold anything, but nothing that weighs more than what can be read. */
const TOP_DOWN: Relation[] = ['named', 'wildcard', 'unsure', 'denied']
const LIST = { named: 'named', wildcard: 'wildcard', unsure: 'unsure', denied: 'heldBack' } as const

/** The policies that decide about what was found, by their place in the token from 0. */
export function becauseOfFound({ statements }: Pick<TokenReach, 'statements'>, found: readonly Found[]): Because[] {
  const byPolicy = new Map<number, Because>()
  for (const { groups, place, deniedReads: denied = [] } of found) {
    if (byPolicy.size === statements.length) break
    // The other groups are named by the same policies.
    for (const id of [groups[0]?.id ?? '', ...denied])
      for (const one of becauseOf(statements, id, place)) byPolicy.set(one.policyIndex, one)
  }
  return [...byPolicy.values()].toSorted((a, b) => a.policyIndex - b.policyIndex)
}

type Asked = {
  kinds: ReadonlySet<LevelKind> | null
  products: ReadonlySet<string> | null
  groupIds: ReadonlySet<string> | null
  place: Place | undefined
}

const toAsked = ({ kinds, products, groupIds, place }: Question): Asked => ({
  kinds: kinds ? new Set(kinds) : null,
  products: products ? new Set(products) : null,
  groupIds: groupIds ? new Set(groupIds) : null,
  place,
})

function findIn({ parts }: TokenReach, asked: Asked): Found[] {
  const denied = asked.kinds?.has('read') ? deniedReads(parts) : NONE_DENIED
  return parts.flatMap(({ groups, places }) => {
    const sure = groups.filter((group) => concerns(group, asked) === true)
    const unsure = groups.filter((group) => concerns(group, asked) === false)
    if (denied.size > 0 && sure.some((group) => deniedRead(group, denied)))
      return [...sure, ...unsure].flatMap((group) =>
        places.flatMap((held) => {
          const read = deniedRead(group, denied)
          const isOpen = read !== undefined && isCovered(held.place, asked.place, read.keys)
          const found = foundWith([group], [held], asked.place, !isOpen && sure.includes(group))
          return isOpen ? found.map((one) => ({ ...one, deniedReads: read.ids })) : found
        }),
      )
    return [...foundWith(sure, places, asked.place, true), ...foundWith(unsure, places, asked.place, false)]
  })
}

/** Permissions to read that a token denies: their IDs, and the keys of the places. */
type DeniedRead = { ids: string[]; keys: Set<string> }
type Denied = ReadonlyMap<string, DeniedRead>
const NONE_DENIED: Denied = new Map()

function deniedReads(parts: TokenReach['parts']): Denied {
  const denied = new Map<string, DeniedRead>()
  for (const { groups, denies } of parts)
    for (const group of denies.length > 0 ? groups.filter(({ kind }) => kind === 'read') : []) {
      const known = denied.get(pairOf(group)) ?? { ids: [], keys: new Set() }
      denied.set(pairOf(group), known)
      known.ids.push(group.id)
      for (const { key } of denies) known.keys.add(key)
    }
  return denied
}

/** A deny of reading does not take away what may change, but leaves open whether that reads. */
const deniedRead = (group: ReachGroup, denied: Denied) =>
  group.kind === 'change' ? denied.get(pairOf(group)) : undefined

/** Whether a deny is for all of a place that is held or asked about. */
const isCovered = (held: Place, asked: Place | undefined, denied: ReadonlySet<string>): boolean =>
  [held, asked].some((place) => place && (denied.has(place.key) || denied.has(place.inside ?? '')))

/** Whether a group is what is asked about, or may be for all that is known; `null` when it is not. */
function concerns({ id, name, product, kind }: ReachGroup, { kinds, products, groupIds }: Asked): boolean | null {
  const isAny = products === null && groupIds === null
  const isListed = isAny || (groupIds?.has(id) ?? false) || (products?.has(product) ?? false)
  const isOfKind = kinds?.has(kind) ?? true
  // A group without a name may be one of any product, and one of an unknown level one of any level.
  const isPossible = (isListed || (products !== null && name === null)) && (isOfKind || kind === 'unknown')
  return isPossible ? isListed && isOfKind : null
}

/** Groups of one part have the same scopes, so a place concerns all or none of them. */
function foundWith(
  groups: readonly ReachGroup[],
  places: readonly PlaceReach[],
  asked: Place | undefined,
  isSure: boolean,
): Found[] {
  const [first] = groups
  if (!first) return []
  return places.flatMap((held) => {
    const relation = asked ? relationTo(held, first, asked) : relationAnywhere(held)
    if (relation === null) return []
    return [{ ...held, groups, relation: isSure || relation === 'denied' ? relation : 'unsure' }]
  })
}

/** Where no place is asked about, all of a kind counts as a wildcard. */
function relationAnywhere({ place, state }: PlaceReach): Relation | null {
  if (state === 'dead') return null
  if (state === 'denied') return 'denied'
  if (state !== 'reached' || place.kind === 'unknown') return 'unsure'
  return place.kind === 'all' ? 'wildcard' : 'named'
}
