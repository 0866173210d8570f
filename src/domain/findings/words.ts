import type { Place } from '#domain/policy/place.ts'
import { placesWords } from '#domain/reach/place-words.ts'
import { safeText } from '#domain/token/safe-text.ts'
import type { Evidence } from './finding.ts'
import { policyOf, type Grant, type TokenFacts } from './facts.ts'

type Named = { id: string; name: string | null }

/** Thousands of findings name the same groups. */
const known = new WeakMap<Named, string>()

export function groupWords(group: Named): string {
  const { id, name } = group
  const words = known.get(group) ?? (name === null ? `the permission ${safeText(id)}` : safeText(name))
  known.set(group, words)
  return words
}

/** "A", "A and B", "A, B and 3 more". */
export function listed(all: readonly string[]): string {
  const different = new Set(all)
  return firstTwo(different, different.size, (text) => text)
}

/** Takes only the first two of the items. */
function firstTwo<Item>(items: Iterable<Item>, size: number, wordsOf: (item: Item) => string): string {
  const words: string[] = []
  for (const item of items) {
    words.push(wordsOf(item))
    if (words.length === 2) break
  }
  const [first = '', second] = words
  if (second === undefined) return first
  return size > 2 ? `${first}, ${second} and ${size - 2} more` : `${first} and ${second}`
}

/** "A, B and C". */
export const joined = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`

/** Permission groups by name. */
export function groupsWords(groups: Iterable<Named>): string {
  const byName = new Map([...groups].map((group) => [group.name ?? group.id, group]))
  return firstTwo(byName.values(), byName.size, groupWords)
}

/** The names of tokens. */
export function tokensWords(tokens: readonly WithName[]): string {
  const byName = new Map(tokens.map((token) => [token.name, token]))
  return namesWords(byName.values(), byName.size)
}

/** The first two of so many tokens, by name. */
export const namesWords = (tokens: Iterable<WithName>, size: number): string => firstTwo(tokens, size, nameWords)

type WithName = { name: string }

/** Tokens are compared again with each page of them that is read. */
const names = new WeakMap<WithName, string>()

function nameWords(token: WithName): string {
  const words = names.get(token) ?? `“${safeText(token.name)}”`
  names.set(token, words)
  return words
}

/** "Policy 1 allows DNS Write on all zones", "Policies 1 and 3 may allow DNS Write and Zone Read on 2 zones". */
export function grantsWords(facts: TokenFacts, grants: readonly Grant[], accountId: string): string {
  const policies = [...new Set(grants.map(({ group, at }) => policyOf(facts, group.id, at.place)))].sort(
    (a, b) => a - b,
  )
  const isSure = grants.some(({ at }) => at.effect === 'allow')
  const allows = isSure ? (policies.length === 1 ? 'allows' : 'allow') : 'may allow'
  const places = placesWords(
    grants.map(({ at }) => at),
    accountId,
  )
  return `${policiesWords(policies)} ${allows} ${groupsWords(grants.map(({ group }) => group))} on ${places}`
}

/** "Policy 1", "Policies 1, 2 and 3 more"; from places in the token that start at 0. */
export const policiesWords = (indexes: readonly number[]): string =>
  `${indexes.length === 1 ? 'Policy' : 'Policies'} ${listed(indexes.map((index) => `${index + 1}`))}`

export const grantsEvidence = (facts: TokenFacts, grants: readonly Grant[]): Evidence[] =>
  grants.map(({ group, at }) => evidenceAt(facts, policyOf(facts, group.id, at.place), group.id, at.place))

/** Of some permission groups, by their IDs: each policy that names one with an effect other than `deny`, or with any. */
export const namingEvidence = (
  facts: TokenFacts,
  ids: ReadonlySet<string>,
  isDenyToo = false,
): (Evidence & { groupId: string })[] =>
  facts.reach.statements.flatMap(({ policy: { effect, permission_groups } }, index) =>
    effect === 'deny' && !isDenyToo
      ? []
      : permission_groups
          .filter(({ id }) => ids.has(id))
          .map(({ id }) => ({ ...policyEvidence(facts, index), groupId: id })),
  )

/** Several permission groups of one policy can tell the same. */
export const eachOnce = (evidence: readonly Evidence[]): Evidence[] => [
  ...new Map(evidence.map((one) => [JSON.stringify(one), one])).values(),
]

export const evidenceAt = (facts: TokenFacts, policyIndex: number, groupId: string, { key }: Place): Evidence => ({
  ...policyEvidence(facts, policyIndex),
  groupId,
  target: key,
})

export function policyEvidence({ token }: TokenFacts, policyIndex: number): Evidence {
  const policyId = token.policies[policyIndex]?.id
  return policyIndex === -1 ? {} : { policyIndex, ...(typeof policyId === 'string' && { policyId }) }
}
