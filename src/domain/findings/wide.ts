import { categoryLabel } from '#domain/permission-groups/catalogue.ts'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { ReachGroup } from '#domain/reach/group-reader.ts'
import { count } from '#domain/text/plural.ts'
import type { BaseContext, Judging } from './context.ts'
import { grantsOf, isAccount, isAllZones, mayChange, type TokenFacts } from './facts.ts'
import { NO_FIX, type Seen } from './finding.ts'
import { R2_READ, R2_WRITE, SCRIPTS_WRITE } from './group-ids.ts'
import { seenIf, type Rule, type SeenIn } from './rule.ts'
import { seenAccess } from './seen-access.ts'
import { eachOnce, listed, namingEvidence, tokensWords } from './words.ts'

const wide = { family: 'wide', about: 'misuse' } as const

export const WIDE_RULES: Rule[] = [
  {
    ...wide,
    id: 'W1',
    title: 'Changes all zones',
    why: 'It reaches zones that do not exist yet.',
    unseen: 'Which zones it changes.',
    guards: ['One level higher only where at least ten zones are known.'],
    findListed: (facts, { accountId, zoneCount = 0 }) => {
      const grants = grantsOf(facts, mayChange, isAllZones)
      const severity = zoneCount >= MANY_ZONES ? 'act-now' : 'fix-soon'
      return seenIf(grants.length > 0, () =>
        seenAccess(facts, grants, accountId, { severity, label: 'Choose zones', more: ', including future ones' }),
      )
    },
  },
  {
    ...wide,
    id: 'W2',
    title: 'All of R2 instead of some buckets',
    why: 'Tokens for buckets read and write objects without the power to create or delete buckets.',
    unseen: 'Whether it creates buckets or sets their lifecycle, which needs this permission.',
    guards: [
      'An account without buckets.',
      'Another permission that administers R2.',
      'What Token Desk needs to list buckets.',
    ],
    findListed: findWholeStorage,
  },
  {
    ...wide,
    id: 'W3',
    title: 'All Workers instead of some',
    why: 'Tokens of an account can be held to chosen Workers.',
    unseen:
      'Whether it creates or deletes Workers, dispatches to Workers for Platforms or uploads static assets, which need this permission.',
    guards: ['Never more than Review.'],
    find: (facts, { accountId }) => {
      const isEvery = ({ id, name }: { id: string; name: string | null }) =>
        id === SCRIPTS_WRITE || name === 'Workers Editor' || name === 'Workers Admin'
      const grants = grantsOf(facts, isEvery, isAccount)
      return seenIf(grants.length > 0, () =>
        seenAccess(facts, grants, accountId, { severity: 'review', label: 'Choose Workers' }),
      )
    },
  },
  {
    ...wide,
    id: 'W6',
    needs: 'catalogue',
    title: 'Many jobs in one token',
    why: 'A secret that is shared can’t be taken from one of its users.',
    unseen: 'How many programs use it.',
    guards: [],
    find: findManyJobs,
  },
  {
    ...wide,
    id: 'W7',
    about: 'function',
    title: 'Single Workers are not isolated',
    why: 'A deploy may bind any KV namespace, bucket, queue, service or Hyperdrive of the account.',
    unseen: 'What the Workers bind.',
    guards: ['Once an account.'],
    findAcross: findBinding,
  },
]

export const MANY_ZONES = 10

function findWholeStorage(facts: TokenFacts, { accountId, bucketCount }: Judging): Seen[] {
  const isStorage = ({ id }: { id: string }) => id === R2_WRITE || (id === R2_READ && !facts.isOwn)
  const grants = grantsOf(facts, isStorage, isAccount)
  const isAdmin = facts.held.some(({ groups }) =>
    groups.some((group) => mayChange(group) && /^Workers R2 (?!Storage\b)/.test(group.product)),
  )
  return seenIf(grants.length > 0 && bucketCount !== 0 && !isAdmin, () =>
    seenAccess(facts, grants, accountId, { severity: 'review', label: 'Choose buckets' }),
  )
}

const MANY_CATEGORIES = 4

function findManyJobs(facts: TokenFacts, { catalogue = [] }: BaseContext): Seen[] {
  const byId = groupsById(catalogue)
  const changing = facts.held.flatMap(({ groups }) => groups.filter(({ kind }) => kind === 'change'))
  const categories = new Set(changing.flatMap(({ id }) => byId.get(id)?.category ?? []))
  return seenIf(categories.size >= MANY_CATEGORIES, () => ({
    severity: 'review',
    seen: `It changes things in ${count(categories.size, 'category')}: ${listed([...categories].map(categoryLabel).sort())}.`,
    evidence: eachOnce(
      namingEvidence(facts, new Set(changing.map(({ id }) => id))).flatMap(({ groupId, ...policy }) => {
        const value = byId.get(groupId)?.category
        return value ? [{ ...policy, field: 'category', value }] : []
      }),
    ),
    fix: { kind: 'replace', label: 'Replace by one token for each job' },
  }))
}

function findBinding(all: readonly TokenFacts[]): SeenIn[] {
  const deploying = all.filter(({ isLive, held }) => isLive && held.some(({ groups }) => groups.some(isDeploying)))
  return seenIf(deploying.length > 0, () => ({
    severity: 'review',
    seen: `${count(deploying.length, 'token')} may deploy single Workers: ${tokensWords(deploying.map(({ token }) => token))}.`,
    evidence: [{ field: 'Individual Workers' }],
    fix: NO_FIX,
  })).map((seen) => ({ ...seen, facts: null }))
}

const isDeploying = ({ product, level }: ReachGroup) =>
  product === 'Individual Workers' && (level === 'Editor' || level === 'Admin')
