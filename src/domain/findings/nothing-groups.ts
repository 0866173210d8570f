import { hasAccountTokenSupport } from '#domain/permission-groups/catalogue.ts'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { Place } from '#domain/policy/place.ts'
import { placesWords } from '#domain/reach/place-words.ts'
import type { ReachGroup } from '#domain/reach/group-reader.ts'
import type { Judging } from './context.ts'
import { draftKeeping, draftOrDelete, draftSwapping, fitsAll, namingOf } from './drafts.ts'
import { policyOf, type TokenFacts } from './facts.ts'
import { NO_FIX, type Fix, type Seen } from './finding.ts'
import { findEnding } from './nothing-endings.ts'
import { findGone } from './nothing-gone.ts'
import { seenIf, type Rule } from './rule.ts'
import { evidenceAt, groupsWords, groupWords, listed, namingEvidence, policiesWords, policyEvidence } from './words.ts'

const group = { family: 'nothing', about: 'function' } as const

export const GROUP_RULES: Rule[] = [
  {
    ...group,
    id: 'N6',
    needs: 'catalogue',
    title: 'Unknown permission',
    why: 'Nobody can tell what it allows.',
    unseen: 'Whether it was renamed or retired, or whether your credential does not see it.',
    guards: [],
    find: (facts, { catalogue = [] }) => {
      const known = groupsById(catalogue)
      const groups = facts.reach.parts.flatMap((part) => part.groups.filter(({ id }) => !known.has(id)))
      return seenIf(groups.length > 0, () => ({
        severity: 'review',
        seen: `It has ${groupsWords(groups)}, not in the list of permission groups.`,
        evidence: namingEvidence(facts, new Set(groups.map(({ id }) => id)), true),
        fix: NO_FIX,
      }))
    },
  },
  {
    ...group,
    id: 'N7',
    title: 'Permission that ends',
    why: 'Cloudflare has announced the end of this permission.',
    unseen:
      'What replaces it, where Cloudflare’s documentation does not say, and whether the token needs more than that: Workers Editor can’t create or delete Workers. Without the catalogue, only what the API stored with the token is known.',
    guards: ['Never more than Review without a date.'],
    find: findEnding,
  },
  {
    ...group,
    id: 'N8',
    title: 'Resource that is gone',
    why: 'It points at what was deleted: a new zone or Worker of the same name is not covered, and a new bucket is.',
    unseen: 'Whether it was deleted, moved to another account, or never there.',
    guards: [
      'A list that is empty, refused or not read to its end.',
      'Where the policies of the credential do not say that it sees all zones, buckets or Workers.',
      'Workers, unless a page has listed them.',
      'A token that was changed after the list was read.',
      'What is denied: without the deny, another policy could allow more.',
      'Resources of another account, or of a kind that Token Desk does not know.',
    ],
    findListed: findGone,
  },
  {
    ...group,
    id: 'N9',
    title: 'Resource of another account',
    why: 'A token of an account can’t reach another account.',
    unseen: 'Whether the other account is yours.',
    guards: ['Resources that do not name their account.'],
    find: findForeign,
  },
  {
    ...group,
    id: 'N10',
    needs: 'catalogue',
    title: 'Wrong permission of two with one name',
    why: 'The same name for another kind of resource is another permission.',
    unseen: 'Which of the two was meant.',
    guards: [],
    find: findTwins,
  },
  {
    ...group,
    id: 'N11',
    title: 'Product without account tokens',
    why: 'The API of this product refuses the tokens of an account.',
    unseen: 'What changed since November 2026, when Cloudflare’s list of products was read.',
    guards: [],
    find: (facts) => {
      const groups = facts.held.flatMap((one) =>
        one.groups.filter(({ name }) => name !== null && !hasAccountTokenSupport({ name })),
      )
      return seenIf(groups.length > 0, () => ({
        severity: 'review',
        seen: `It has ${groupsWords(groups)}.`,
        evidence: namingEvidence(facts, new Set(groups.map(({ id }) => id))),
        fix: NO_FIX,
      }))
    },
  },
]

function findForeign(facts: TokenFacts, { accountId }: Judging): Seen[] {
  const { token, reach } = facts
  const isForeign = ({ accountId: owner }: { accountId: string | null }) => owner !== null && owner !== accountId
  const places = [...new Set(reach.statements.flatMap((one) => one.places.filter(isForeign)))]
  const indexes = reach.statements.flatMap((one, index) => (one.places.some(isForeign) ? [index] : []))
  return seenIf(places.length > 0, () => ({
    severity: 'review',
    seen: `${policiesWords(indexes)} ${indexes.length === 1 ? 'names' : 'name'} ${placesWords(
      places.map((place) => ({ place, except: [] })),
      accountId,
    )}.`,
    evidence: reach.statements.flatMap((one, index) =>
      one.places.filter(isForeign).map(({ key }) => ({ ...policyEvidence(facts, index), target: key })),
    ),
    fix: draftOrDelete(
      'Take out the other account',
      draftKeeping(token, accountId, ({ place }) => !isForeign(place)),
    ),
  }))
}

function findTwins(facts: TokenFacts, { catalogue = [] }: Judging): Seen[] {
  const wrong = facts.reach.parts.flatMap(({ groups, places }) =>
    places
      .filter(({ state }) => state === 'dead' || state === 'not-established')
      .flatMap(({ place }) => groups.flatMap((one) => twinOf(one, place, catalogue))),
  )
  const [first] = wrong
  return seenIf(first !== undefined, () => ({
    severity: 'review',
    seen: `It has ${listed(wrong.map(({ held }) => `${groupWords(held)} (${held.id})`))}; for these resources it is ${listed(
      wrong.map(({ twin }) => twin.id),
    )}.`,
    evidence: wrong.map(({ held, place }) => evidenceAt(facts, policyOf(facts, held.id, place), held.id, place)),
    fix:
      first && wrong.every(({ held, twin }) => held === first.held && twin === first.twin)
        ? swap(facts, first)
        : { kind: 'edit', label: 'Choose the permissions' },
  }))
}

type Twin = { held: ReachGroup; twin: PermissionGroup; place: Place }

function twinOf(held: ReachGroup, place: Place, catalogue: PermissionGroup[]): Twin[] {
  const twin = catalogue.find(
    ({ id, name, scopes }) => id !== held.id && name === held.name && scopes.includes(place.scope ?? ''),
  )
  return twin ? [{ held, twin, place }] : []
}

/** Only where the other permission fits all that the policies name. */
function swap({ token, reach }: TokenFacts, { held, twin }: Twin): Fix {
  if (!fitsAll(namingOf(reach, held.id), twin)) return { kind: 'edit', label: 'Choose the permissions' }
  return {
    kind: 'draft',
    label: `Take the permission ${twin.id}`,
    draft: draftSwapping(token, new Map([[held.id, twin.id]])),
  }
}
