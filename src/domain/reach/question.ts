import type { LevelKind } from '#domain/permission-groups/level.ts'
import type { Place } from '#domain/policy/place.ts'
import { effectiveAt, type Effective, type Moment } from './effective.ts'
import { becauseOf, type Because } from './because.ts'
import type { ReachGroup } from './group-reader.ts'
import type { Reach } from './reach.ts'
import { relationTo, type Relation } from './relation.ts'
import type { PlaceReach } from './resolve.ts'
import type { TokenReach } from './token-reach.ts'

/** "Which tokens can [change] [DNS] on [example.com]?" What is left out is any. */
export type Question = { kind?: LevelKind; product?: string; groupId?: string; place?: Place }

/** What a token holds that concerns the question: one permission group on one place, and the policies behind it. */
type Found = { group: ReachGroup; relation: Relation; because: Because[] } & PlaceReach

/** A token with all that was found in it. `effective` is `null` for an answer as written. */
type Answer = TokenReach & { found: Found[]; effective: Effective | null }

/**
 * Tokens by the strongest thing found in them: they name the place, include it, or may do so for all that can be read;
 * and those that a deny holds back. `inactive` are tokens that could, but do not work at the moment.
 */
export type Answers = {
  named: Answer[]
  wildcard: Answer[]
  unsure: Answer[]
  heldBack: Answer[]
  inactive: Answer[]
}

/** Without a moment the answer is as written, and no token is inactive. */
export function answer(question: Question, tokens: Iterable<TokenReach>, moment: Moment | null): Answers {
  const answers: Answers = { named: [], wildcard: [], unsure: [], heldBack: [], inactive: [] }
  for (const asked of tokens) {
    const found = findIn(asked, question)
    const top = TOP_DOWN.find(
      (one) => found.some(({ relation }) => relation === one) || (asked.isCut && one === 'unsure'),
    )
    if (top === undefined) continue
    const effective = moment && effectiveAt(asked.token, moment)
    const isInactive = effective?.works === 'no'
    if (!isInactive) answers[LIST[top]].push({ ...asked, found, effective })
    else if (top !== 'denied') answers.inactive.push({ ...asked, found, effective })
  }
  return answers
}

/** A policy that cannot be read as a whole may hold anything, but nothing that weighs more than what can be read. */
const TOP_DOWN: Relation[] = ['named', 'wildcard', 'unsure', 'denied']
const LIST = { named: 'named', wildcard: 'wildcard', unsure: 'unsure', denied: 'heldBack' } as const

function findIn(reach: Reach, question: Question): Found[] {
  return reach.parts.flatMap(({ groups, places }) =>
    groups.flatMap((group) => {
      const isSure = concerns(group, question)
      return isSure === null ? [] : places.flatMap((held) => foundAt(held, group, isSure, question.place, reach))
    }),
  )
}

/** Whether a group is what is asked about, or may be for all that is known; `null` when it is not. */
function concerns(group: ReachGroup, { kind, product, groupId }: Question): boolean | null {
  const isOfProduct = (product ?? group.product) === group.product
  const isOfKind = (kind ?? group.kind) === group.kind
  // A group without a name may be one of any product, and one of an unknown level one of any level.
  const isPossible = (isOfProduct || group.name === null) && (isOfKind || group.kind === 'unknown')
  return (groupId ?? group.id) === group.id && isPossible ? isOfProduct && isOfKind : null
}

function foundAt(
  held: PlaceReach,
  group: ReachGroup,
  isSure: boolean,
  asked: Place | undefined,
  { statements }: Reach,
): Found[] {
  const relation = asked ? relationTo(held, group, asked) : relationAnywhere(held)
  if (relation === null) return []
  const because = becauseOf(statements, group.id, held.place)
  return [{ ...held, group, because, relation: isSure || relation === 'denied' ? relation : 'unsure' }]
}

/** Where no place is asked about, all of a kind counts as a wildcard. */
function relationAnywhere({ place, state }: PlaceReach): Relation | null {
  if (state === 'dead') return null
  if (state === 'denied') return 'denied'
  if (state !== 'reached' || place.kind === 'unknown') return 'unsure'
  return place.kind === 'all' ? 'wildcard' : 'named'
}
