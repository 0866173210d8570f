import { msOf } from '#domain/token/time.ts'
import { parseResources } from '#domain/policy/resource-keys.ts'
import { fold } from '#domain/text/fold.ts'
import { deriveStatus } from '#domain/token/status.ts'
import type { Token } from '#domain/token/token.ts'
import { NO_CREATOR } from './filters.ts'
import { resourceLabel, resourceValue } from './resource-terms.ts'

/** One word of the inventory's vocabulary: a permission group or a resource that some token names. */
type Term = { value: string; label: string; folded: string }

/** Terms by number, so that a token holds small numbers and a search looks at each name once. */
export type Vocabulary = { terms: Term[]; numbers: Map<string, number> }

/** A token, read once for searching, filtering and sorting. */
export type Entry = {
  token: Token
  /** Folded name, id and creator. */
  text: string
  /** Orders "token-9" before "token-10". */
  sortName: string
  groups: number[]
  resources: number[]
  effects: string[]
  ip: 'any' | 'limited' | 'except'
  creator: string
  /** The status of a token that no clock changes; `null` while the API calls it active. */
  lasting: string | null
  /** Ms since 1970. No end is `Infinity`, no start or use `-Infinity`. */
  startsAt: number
  expiresAt: number
  usedAt: number
  modifiedAt: number
}

export type InventoryIndex = { entries: Entry[]; groups: Vocabulary; resources: Vocabulary }

export const emptyIndex = (): InventoryIndex => ({
  entries: [],
  groups: { terms: [], numbers: new Map() },
  resources: { terms: [], numbers: new Map() },
})

/**
 * The index of a list of tokens. Tokens that were in the `previous` one (the same
 * objects) are not read again, so a growing list costs what is new in it. The
 * vocabulary only grows and is shared with the previous index.
 */
export function indexTokens(tokens: Token[], accountId: string, previous: InventoryIndex): InventoryIndex {
  const known = new Map(previous.entries.map((entry) => [entry.token, entry]))
  const { groups, resources } = previous
  const entries = tokens.map((token) => known.get(token) ?? toEntry(token, accountId, groups, resources))
  return { entries, groups, resources }
}

function toEntry(token: Token, accountId: string, groups: Vocabulary, resources: Vocabulary): Entry {
  const creator = token.creatorEmail ?? token.provisionerType ?? NO_CREATOR
  const time = (text: string | null, missing: number) => (text ? msOf(text) : missing)
  const groupNumbers = new Set<number>()
  const resourceNumbers = new Set<number>()
  for (const policy of token.policies) {
    for (const { id, name } of policy.permission_groups) {
      // A name comes from outside: anything but text is none.
      groupNumbers.add(numberOf(groups, id, () => (typeof name === 'string' && name ? name : id)))
    }
    for (const target of parseResources(policy.resources)) {
      const resource = resourceValue(target, accountId)
      resourceNumbers.add(numberOf(resources, resource, () => resourceLabel(resource)))
    }
  }
  return {
    token,
    text: fold([token.name, token.id, token.creatorEmail ?? '', token.provisionerType ?? ''].join('\n')),
    sortName: fold(token.name).replaceAll(/\d+/g, (digits) => digits.padStart(12, '0')),
    groups: [...groupNumbers],
    resources: [...resourceNumbers],
    effects: [...new Set(token.policies.map(({ effect }) => (/^(allow|deny)$/.test(effect) ? effect : 'other')))],
    ip: token.condition.allowed.length > 0 ? 'limited' : token.condition.exceptions.length > 0 ? 'except' : 'any',
    creator,
    lasting: token.status === 'active' ? null : deriveStatus(token, 0).kind,
    startsAt: time(token.notBefore, -Infinity),
    expiresAt: time(token.expiresOn, Infinity),
    usedAt: time(token.lastUsedOn, -Infinity),
    modifiedAt: time(token.modifiedOn, -Infinity),
  }
}

function numberOf(vocabulary: Vocabulary, value: string, label: () => string): number {
  const known = vocabulary.numbers.get(value)
  if (known !== undefined) return known
  const term = { value, label: label(), folded: fold(`${label()} ${value}`) }
  vocabulary.terms.push(term)
  vocabulary.numbers.set(value, vocabulary.terms.length - 1)
  return vocabulary.terms.length - 1
}

/** A status as the filter knows it: one that ends soon is still active. Only an active token's turns with the clock. */
export function statusValue({ lasting, startsAt, expiresAt }: Entry, now: number): string {
  if (lasting !== null) return lasting
  if (now >= expiresAt) return 'expired'
  return now < startsAt ? 'scheduled' : 'active'
}
