import type { Place } from '#domain/policy/place.ts'
import { placesWords } from '#domain/reach/place-words.ts'
import { safeText } from '#domain/token/safe-text.ts'
import { msOf } from '#domain/token/time.ts'
import type { Judging } from './context.ts'
import { draftKeeping, draftOrDelete } from './drafts.ts'
import type { TokenFacts } from './facts.ts'
import type { Seen } from './finding.ts'
import { knownLists, ownTarget, partOf } from './listed.ts'
import { listed, policiesWords, policyEvidence } from './words.ts'

/** What a token is allowed on zones, buckets and Workers that are in no list of the account. */
export function findGone(facts: TokenFacts, context: Judging): Seen[] {
  const { token, reach } = facts
  const { accountId } = context
  const changed = token.modifiedOn ?? token.issuedOn
  const known = listsOf(context)
  const isGone = (place: Place) => {
    const target = ownTarget(place, accountId)
    if (!target) return false
    const list = known.get(target.family)
    // What is not in a list of before the token changed may have been created since.
    if (!list || (changed !== null && !(msOf(changed) < list.since))) return false
    // An empty list is more likely one of nothing visible than one of nothing there.
    return list.parts.has(partOf(target.id)) && !list.ids.has(target.id)
  }
  const found = new Map<Place, number>()
  const indexes = new Set<number>()
  for (const [index, { policy, places }] of reach.statements.entries())
    for (const place of policy.effect === 'allow' ? places.filter(isGone) : []) {
      indexes.add(index)
      if (!found.has(place)) found.set(place, index)
    }
  if (found.size === 0) return []
  const places = [...found.keys()].map((place) => ({ place, except: [] }))
  return [
    {
      severity: 'review',
      seen: `${policiesWords([...indexes])} ${indexes.size === 1 ? 'names' : 'name'} ${placesWords(places, accountId)} that this account does not list: ${listed(
        places.map(({ place }) => safeText(idOf(place))),
      )}.`,
      evidence: Array.from(found, ([place, index]) => ({ ...policyEvidence(facts, index), target: place.key })),
      fix: draftOrDelete(
        'Take out what is gone',
        draftKeeping(token, accountId, ({ policy, place }) => policy.effect !== 'allow' || !isGone(place)),
      ),
    },
  ]
}

const idOf = ({ key, target }: Place) => (target.kind === 'one' ? target.id : key)

const known = new WeakMap<Judging, ReturnType<typeof knownLists>>()

/** The lists are the same for all tokens that are judged. */
function listsOf(context: Judging): ReturnType<typeof knownLists> {
  const made = known.get(context) ?? knownLists(context)
  known.set(context, made)
  return made
}
