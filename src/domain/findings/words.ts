import type { Place } from '#domain/policy/place.ts'
import { placesWords } from '#domain/reach/place-words.ts'
import { safeText } from '#domain/token/safe-text.ts'
import type { Evidence } from './finding.ts'
import { policyOf, type Grant, type TokenFacts } from './facts.ts'

const quoted = (text: string) => `“${safeText(text)}”`

export const groupWords = ({ id, name }: { id: string; name: string | null }): string =>
  name === null ? `the permission ${safeText(id)}` : safeText(name)

/** "A", "A and B", "A, B and 3 more". */
export const listed = (all: readonly string[]): string => firstTwo(new Set(all), (text) => text)

function firstTwo<Item>(all: Iterable<Item>, wordsOf: (item: Item) => string): string {
  const items = [...all]
  const [first = '', second] = items.slice(0, 2).map(wordsOf)
  if (second === undefined) return first
  return items.length > 2 ? `${first}, ${second} and ${items.length - 2} more` : `${first} and ${second}`
}

/** "A, B and C". */
export const joined = (all: readonly string[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`

/** Permission groups by name. */
export function groupsWords(groups: Iterable<{ id: string; name: string | null }>): string {
  const byName = new Map([...groups].map((group) => [group.name ?? group.id, group]))
  return firstTwo(byName.values(), groupWords)
}

/** Names of tokens. */
export const namesWords = (tokens: readonly { name: string }[]): string =>
  firstTwo(new Set(tokens.map(({ name }) => name)), quoted)

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

export function evidenceAt({ token }: TokenFacts, policyIndex: number, groupId: string, { key }: Place): Evidence {
  const policyId = token.policies[policyIndex]?.id
  const policy = policyIndex === -1 ? {} : { policyIndex, ...(typeof policyId === 'string' && { policyId }) }
  return { ...policy, groupId, target: key }
}
