import type { Place } from '#domain/policy/place.ts'
import { placesWords } from '#domain/reach/place-words.ts'
import type { ReachGroup } from '#domain/reach/group-reader.ts'
import type { Judging } from './context.ts'
import { draftKeeping, draftOrDelete } from './drafts.ts'
import { policyOf, type TokenFacts } from './facts.ts'
import type { Evidence, Seen } from './finding.ts'
import { GROUP_RULES } from './nothing-groups.ts'
import { REPEAT_RULES } from './nothing-repeats.ts'
import { seenIf, type Rule } from './rule.ts'
import { isWithin } from './days.ts'
import { evidenceAt, groupsWords, policiesWords } from './words.ts'

const nothing = { family: 'nothing', about: 'function' } as const

export const NOTHING_RULES: Rule[] = [
  {
    ...nothing,
    id: 'N1',
    title: 'Can do nothing',
    why: 'Every call with it is refused.',
    unseen: 'Whether a tool gives it permissions later.',
    guards: ['The first day after it was created.', 'A policy that can’t be read as a whole.', 'An unknown effect.'],
    find: ({ token, held, reach, isOwn }, { now }) => {
      return seenIf(held.length === 0 && !reach.isCut && !isOwn && !isWithin(token.issuedOn, 1, now), () => ({
        severity: 'review',
        seen: powerless(token.policies),
        evidence: [{ field: 'policies' }],
        fix: { kind: 'action', label: 'Delete', action: { kind: 'delete' } },
      }))
    },
  },
  {
    ...nothing,
    id: 'N2',
    needs: 'catalogue',
    title: 'Permission that never applies',
    why: 'The permission is for another kind of resource; the API refuses such a policy today.',
    unseen: 'What a permission for resources inside an account does on the account itself.',
    guards: ['Resources that Token Desk does not know.'],
    find: (facts, context) => [...findDead(facts, context), ...findUnsure(facts, context)],
  },
  {
    ...nothing,
    id: 'N3',
    title: 'Deny that denies nothing',
    why: 'It reads like protection and is none.',
    unseen: 'Whether it guards against something that is added later.',
    guards: ['Where an allow may overlap it: on the account, or on a resource that Token Desk does not know.'],
    find: findIdleDenies,
  },
  ...REPEAT_RULES,
  ...GROUP_RULES,
]

function powerless(policies: readonly { effect: string }[]): string {
  if (policies.length === 0) return 'It has no policies.'
  if (policies.every(({ effect }) => effect === 'deny')) return 'None of its policies allows anything.'
  return 'All that its policies allow is denied by another one, or applies to nothing.'
}

/** A permission group on a place. */
type Pair = { group: ReachGroup; place: Place }

const keyOf = (groupId: string, place: Place) => `${groupId} ${place.key}`

const pairsIn = ({ reach }: TokenFacts, state: 'dead' | 'not-established'): Pair[] =>
  reach.parts.flatMap(({ groups, places }) => {
    const there = places.filter((held) => held.state === state)
    return there.length === 0 ? [] : groups.flatMap((group) => there.map(({ place }) => ({ group, place })))
  })

/** "DNS Write on this account". */
const pairsWords = (pairs: readonly Pair[], accountId: string) =>
  `${groupsWords(pairs.map(({ group }) => group))} on ${placesWords(
    pairs.map(({ place }) => ({ place, except: [] })),
    accountId,
  )}`

/** "Policy 1 has", "Policies 1 and 2 have". */
function subject(evidence: readonly Evidence[], [one, several]: [string, string]): string {
  const indexes = [...new Set(evidence.flatMap(({ policyIndex }) => policyIndex ?? []))].sort((a, b) => a - b)
  return `${policiesWords(indexes)} ${indexes.length === 1 ? one : several}`
}

const evidenceOf = (facts: TokenFacts, pairs: readonly Pair[], isDeny = false) =>
  pairs.map(({ group, place }) => evidenceAt(facts, policyOf(facts, group.id, place, isDeny), group.id, place))

function findDead(facts: TokenFacts, { accountId }: Judging): Seen[] {
  const pairs = pairsIn(facts, 'dead')
  if (pairs.length === 0) return []
  const evidence = evidenceOf(facts, pairs)
  const dead = new Set(pairs.map(({ group, place }) => keyOf(group.id, place)))
  return [
    {
      severity: 'review',
      seen: `${subject(evidence, ['has', 'have'])} ${pairsWords(pairs, accountId)}, where it does not apply.`,
      evidence,
      fix: draftOrDelete(
        'Take out what never applies',
        draftKeeping(
          facts.token,
          accountId,
          ({ policy, groupId, place }) => policy.effect === 'deny' || !dead.has(keyOf(groupId, place)),
        ),
      ),
    },
  ]
}

function findUnsure(facts: TokenFacts, { accountId }: Judging): Seen[] {
  const pairs = pairsIn(facts, 'not-established')
  if (pairs.length === 0) return []
  const evidence = evidenceOf(facts, pairs)
  return [
    {
      severity: 'review',
      seen: `${subject(evidence, ['has', 'have'])} ${pairsWords(pairs, accountId)}; whether that reaches what lies in it is not established.`,
      evidence,
      fix: { kind: 'edit', label: 'Choose its resources', policyIndex: evidence[0]?.policyIndex ?? 0 },
    },
  ]
}

function findIdleDenies(facts: TokenFacts, { accountId }: Judging): Seen[] {
  const pairs = facts.reach.parts.flatMap(({ groups, places, denies }) => {
    const idle = denies.filter((deny) => !places.some(({ place }) => mayOverlap(deny, place)))
    return idle.length === 0 ? [] : groups.flatMap((group) => idle.map((place) => ({ group, place })))
  })
  if (pairs.length === 0 || facts.reach.isCut) return []
  const evidence = evidenceOf(facts, pairs, true)
  const idle = new Set(pairs.map(({ group, place }) => keyOf(group.id, place)))
  return [
    {
      severity: 'tidy',
      seen: `${subject(evidence, ['denies', 'deny'])} ${pairsWords(pairs, accountId)}, which no policy allows.`,
      evidence,
      fix: draftOrDelete(
        'Take out the deny',
        draftKeeping(
          facts.token,
          accountId,
          ({ policy, groupId, place }) => policy.effect !== 'deny' || !idle.has(keyOf(groupId, place)),
        ),
      ),
    },
  ]
}

/** Nothing tells what an unknown key includes, and not in all cases what an account does. */
function mayOverlap(deny: Place, allowed: Place): boolean {
  if (deny.kind === 'unknown' || allowed.kind === 'unknown') return true
  const isInAccount = deny.accountId === allowed.accountId && [deny.kind, allowed.kind].includes('account')
  return isInAccount || deny.key === allowed.key || deny.key === allowed.inside || deny.inside === allowed.key
}
