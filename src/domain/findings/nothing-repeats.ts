import type { Place } from '#domain/policy/place.ts'
import { pairOfRead, pairOfWrite } from '#domain/reach/read-in-write.ts'
import type { PlaceReach } from '#domain/reach/resolve.ts'
import { draftOf } from '#domain/token/request-body.ts'
import type { Judging } from './context.ts'
import { draftFix, draftKeeping } from './drafts.ts'
import { grantsOf, type Grant, type TokenFacts } from './facts.ts'
import { covers } from './held.ts'
import type { Fix, Seen } from './finding.ts'
import { seenIf, type Rule } from './rule.ts'
import { grantsEvidence, grantsWords } from './words.ts'

const repeat = { family: 'nothing', about: 'function' } as const

export const REPEAT_RULES: Rule[] = [
  {
    ...repeat,
    id: 'N4',
    title: 'Read beside its Write',
    why: 'What adds nothing hides what matters.',
    unseen: 'Whether the product gives data to Read that Write does not include.',
    guards: [
      'Products whose Read gives more than their Write: logs, personal data, and what the map of operations says.',
      'Policies with fields that Token Desk does not know.',
    ],
    find: findReads,
  },
  {
    ...repeat,
    id: 'N5',
    title: 'Allowed twice',
    why: 'The narrow line suggests a limit that is not there.',
    unseen: 'Which of the two was meant.',
    guards: ['Policies with fields that Token Desk does not know.'],
    find: findRepeats,
  },
]

function findReads(facts: TokenFacts, { accountId }: Judging): Seen[] {
  const writes = new Map<string, ByKey[]>()
  for (const { groups, places } of facts.held) {
    const pairs = groups.flatMap((group) => pairOfWrite(group) ?? [])
    if (pairs.length === 0) continue
    const byKey = keyed(places)
    for (const pair of pairs) writes.set(pair, [...(writes.get(pair) ?? []), byKey])
  }
  if (writes.size === 0 || !facts.isPlain) return []
  const grants = grantsOf(facts, (group) => pairOfRead(group) !== null).filter(({ group, at }) =>
    writes.get(pairOfRead(group) ?? '')?.some((byKey) => isCovered(at, byKey)),
  )
  return seenIf(grants.length > 0, () => ({
    severity: 'tidy',
    seen: `${grantsWords(facts, grants, accountId)}, beside Write of the same product.`,
    evidence: grantsEvidence(facts, grants),
    fix: without(facts, grants, accountId, 'Take out the Read'),
  }))
}

/** Places by their keys: there may be thousands. */
type ByKey = ReadonlyMap<string, PlaceReach>

const keyed = (places: readonly PlaceReach[]): ByKey => new Map(places.map((at) => [at.place.key, at]))

/** Only what is at a place, or at the one it is inside of, can cover it. */
function isCovered(at: PlaceReach, byKey: ByKey): boolean {
  const { key, inside } = at.place
  return [byKey.get(key), inside === null ? undefined : byKey.get(inside)].some((wide) => wide && covers(wide, at))
}

function findRepeats(facts: TokenFacts, { accountId }: Judging): Seen[] {
  if (!facts.isPlain) return []
  const narrow = facts.held.flatMap(({ groups, places }) => {
    const wide = places.filter(({ place }) => place.kind === 'all')
    const inside = places.filter((at) => wide.some((one) => one !== at && covers(one, at)))
    return inside.length === 0 ? [] : groups.flatMap((group) => inside.map((at) => ({ group, at })))
  })
  const repeated = repeatedIn(facts)
  return [
    ...seenIf(narrow.length > 0, (): Seen => ({
      severity: 'tidy',
      seen: `${grantsWords(facts, narrow, accountId)}; what it is allowed on all of the kind includes that.`,
      evidence: grantsEvidence(facts, narrow),
      fix: without(facts, narrow, accountId, 'Take out the narrow part'),
    })),
    ...seenIf(repeated.length > 0, (): Seen => ({
      severity: 'tidy',
      seen: `${grantsWords(facts, repeated, accountId)}, and another policy does as well.`,
      evidence: grantsEvidence(facts, repeated).map((one) => ({ ...one, field: 'repeated' })),
      fix: onlyFirst(facts, repeated, accountId),
    })),
  ]
}

/** What several policies allow on the very same place. */
function repeatedIn({ reach, held }: TokenFacts): Grant[] {
  const allowing = reach.statements.filter(({ policy }) => policy.effect === 'allow')
  const seen = new Set<Place>()
  const twice = new Set<Place>()
  for (const place of allowing.flatMap(({ places }) => [...new Set(places)]))
    (seen.has(place) ? twice : seen).add(place)
  if (twice.size === 0) return []
  const times = new Map<string, Map<Place, number>>()
  for (const { policy, places } of allowing)
    for (const id of new Set(policy.permission_groups.map((group) => group.id))) {
      const counts = times.get(id) ?? new Map<Place, number>()
      times.set(id, counts)
      for (const place of places) if (twice.has(place)) counts.set(place, (counts.get(place) ?? 0) + 1)
    }
  return grantsOf({ held }, () => true).filter(({ group, at }) => (times.get(group.id)?.get(at.place) ?? 0) > 1)
}

const keyOf = (groupId: string, { key }: Place) => `${groupId} ${key}`
const keysOf = (grants: readonly Grant[]) => new Set(grants.map(({ group, at }) => keyOf(group.id, at.place)))

function without({ token }: TokenFacts, grants: readonly Grant[], accountId: string, label: string): Fix {
  return draftFix(label, () => {
    const keys = keysOf(grants)
    const keeps = (groupId: string, place: Place) => !keys.has(keyOf(groupId, place))
    const draft = draftKeeping(
      token,
      accountId,
      ({ policy, groupId, place }) => policy.effect !== 'allow' || keeps(groupId, place),
    )
    // What covers it is always left.
    return draft ?? draftOf(token)
  })
}

/** Only the first policy keeps what several allow. */
function onlyFirst({ token }: TokenFacts, grants: readonly Grant[], accountId: string): Fix {
  return draftFix('Take out the repetition', () => {
    const keys = keysOf(grants)
    const keeper = new Map<string, number>()
    const draft = draftKeeping(token, accountId, ({ policy, policyIndex, groupId, place }) => {
      const key = keyOf(groupId, place)
      if (policy.effect !== 'allow' || !keys.has(key)) return true
      const first = keeper.get(key) ?? policyIndex
      keeper.set(key, first)
      return first === policyIndex
    })
    // The first policy is always left.
    return draft ?? draftOf(token)
  })
}
