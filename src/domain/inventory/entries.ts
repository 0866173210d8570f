import { msOf } from '#domain/token/time.ts'
import { toSearchEntry, type SearchEntry } from '#domain/permission-groups/search-entry.ts'
import { parseResources } from '#domain/policy/resource-keys.ts'
import { fold } from '#domain/text/fold.ts'
import { sortName } from '#domain/text/sort-name.ts'
import { deriveStatus } from '#domain/token/status.ts'
import { addressesOf, isEverything } from '#domain/condition/address-set.ts'
import type { Condition } from '#domain/condition/condition.ts'
import type { Token } from '#domain/token/token.ts'
import { reachReader } from '#domain/reach/reach.ts'
import type { Scope } from '#domain/resources/scope.ts'
import { scopesOf } from './resource-scopes.ts'
import { NO_CREATOR } from './entry-values.ts'
import { resourceLabel, resourceValue } from './resource-terms.ts'

/** One word of the inventory's vocabulary: a permission group or a resource that some token names. */
type Term = { value: string; label: string; folded: string }

/** Terms by number, so that a token holds small numbers and a search looks at each name once. */
export type Vocabulary = { terms: Term[]; numbers: Map<string, number> }

/** Permission groups by number, each once for every scope that some policy names it on: what a search looks at. */
type Grants = { entries: SearchEntry[]; numbers: Map<string, number> }

/** Permission groups on a kind of resource, each once: the catalogue tells which of them do something. */
type Holdings = { all: { group: number; scope: Scope | null }[]; numbers: Map<string, number> }

/** A token, read once for searching, filtering and sorting. */
export type Entry = {
  token: Token
  /** Folded name and creator; `text` has the id as well. */
  names: string
  text: string
  /** Orders "token-9" before "token-10". */
  sortName: string
  /** Permission groups by the effect of their policies; one that is allowed in one place and denied in another is in both. */
  groups: number[]
  denied: number[]
  /** What is allowed or, with an unknown effect, may be, and is not denied in all places. */
  held: number[]
  grants: number[]
  resources: number[]
  effects: string[]
  ip: 'any' | 'limited' | 'except' | 'odd'
  creator: string
  /** A status that does not change with time; `null` while the API calls the token active. */
  lasting: string | null
  /** Ms since 1970. No expiry is `Infinity`, no start or use `-Infinity`; an unreadable time is `MAX_VALUE` with that sign. */
  startsAt: number
  expiresAt: number
  usedAt: number
  modifiedAt: number
  issuedAt: number
}

export type InventoryIndex = {
  entries: Entry[]
  groups: Vocabulary
  grants: Grants
  holdings: Holdings
  resources: Vocabulary
  /** By account, because it keeps what it has read. */
  reach: Map<string, ReachReader>
}

type ReachReader = ReturnType<typeof reachReader>

export const emptyIndex = (): InventoryIndex => ({
  entries: [],
  groups: { terms: [], numbers: new Map() },
  grants: { entries: [], numbers: new Map() },
  holdings: { all: [], numbers: new Map() },
  resources: { terms: [], numbers: new Map() },
  reach: new Map(),
})

/**
 * The index of a list of tokens. Tokens that were in the `previous` one (the same
 * objects) are not read again, so a growing list costs what is new in it. The
 * vocabulary only grows and is shared with the previous index.
 */
export function indexTokens(tokens: Token[], accountId: string, previous: InventoryIndex): InventoryIndex {
  const known = new Map(previous.entries.map((entry) => [entry.token, entry]))
  const entries = tokens.map((token) => known.get(token) ?? toEntry(token, accountId, previous))
  return { ...previous, entries }
}

function toEntry(token: Token, accountId: string, index: InventoryIndex): Entry {
  const { groups, grants, resources } = index
  const creator = token.creatorEmail ?? token.provisionerType ?? NO_CREATOR
  const names = fold([token.name, token.creatorEmail ?? '', token.provisionerType ?? ''].join('\n'))
  const byEffect = { allow: new Set<number>(), deny: new Set<number>(), other: new Set<number>() }
  const grantNumbers = new Set<number>()
  const resourceNumbers = new Set<number>()
  for (const policy of token.policies) {
    const scopes = scopesOf(policy.resources)
    for (const { id, name } of policy.permission_groups) {
      // The API's name may be anything; only a text counts.
      const label = typeof name === 'string' && name ? name : id
      byEffect[effectValue(policy.effect)].add(groupNumber(groups, id, label))
      for (const scope of scopes) grantNumbers.add(grantOf(grants, id, label, scope))
    }
    for (const target of parseResources(policy.resources)) {
      const resource = resourceValue(target, accountId)
      resourceNumbers.add(numberOf(resources, resource, () => resourceLabel(resource)))
    }
  }
  const held = heldBy(token, accountId, index)
  const heldGroups = new Set(held.map((number) => index.holdings.all[number]?.group))
  return {
    token,
    names,
    text: `${names}\n${fold(token.id)}`,
    sortName: sortName(token.name),
    groups: [...byEffect.allow].filter((number) => heldGroups.has(number)),
    denied: [...byEffect.deny],
    held,
    grants: [...grantNumbers],
    resources: [...resourceNumbers],
    effects: [...new Set(token.policies.map(({ effect }) => effectValue(effect)))],
    ip: ipValue(token.condition),
    creator,
    lasting: token.status === 'active' ? null : deriveStatus(token, 0).kind,
    startsAt: timeOf(token.notBefore, -Infinity),
    expiresAt: timeOf(token.expiresOn, Infinity),
    usedAt: timeOf(token.lastUsedOn, -Infinity),
    modifiedAt: timeOf(token.modifiedOn, -Infinity),
    issuedAt: timeOf(token.issuedOn, -Infinity),
  }
}

/** Without what denies take away; whether a group applies to a kind of resource is asked later. */
function heldBy({ policies }: Token, accountId: string, { groups, holdings, reach }: InventoryIndex): number[] {
  const { parts } = readerOf(accountId, reach)(policies)
  return parts.flatMap(({ groups: held, places }) => {
    const scopes = new Set(places.flatMap(({ state, place }) => (state === 'denied' ? [] : [place.scope])))
    return held.flatMap(({ id }) =>
      Array.from(scopes, (scope) => holdingOf(holdings, groups.numbers.get(id) ?? -1, scope)),
    )
  })
}

function readerOf(accountId: string, readers: InventoryIndex['reach']): ReachReader {
  const read = readers.get(accountId) ?? reachReader({ accountId })
  readers.set(accountId, read)
  return read
}

/** An unreadable time sorts next to a missing one, and is not counted as missing. */
function timeOf(text: string | null, missing: number): number {
  if (text === null) return missing
  const ms = msOf(text)
  return Number.isNaN(ms) ? Math.sign(missing) * Number.MAX_VALUE : ms
}

/** By the addresses that are let in, however the ranges are written. */
function ipValue(condition: Condition): Entry['ip'] {
  if (condition.isOdd) return 'odd'
  const addresses = addressesOf(condition)
  if (addresses && isEverything(addresses)) return 'any'
  return condition.allowed.length > 0 ? 'limited' : 'except'
}

/** Anything but the API's two exact values is another effect. */
const effectValue = (effect: string) => (effect === 'allow' || effect === 'deny' ? effect : 'other')

function groupNumber(groups: Vocabulary, id: string, label: string): number {
  const number = numberOf(groups, id, () => label)
  if (isNamedNow(id, label, groups.terms[number]?.label)) groups.terms[number] = toTerm(id, label)
  return number
}

function grantOf({ entries, numbers }: Grants, id: string, name: string, scope: string): number {
  const key = `${id} ${scope}`
  const number = numbers.get(key) ?? entries.length
  if (number === entries.length || isNamedNow(id, name, entries[number]?.name))
    entries[number] = toSearchEntry({ id, name, scopes: scope ? [scope] : [], category: null, description: null })
  numbers.set(key, number)
  return number
}

/** The first token with a permission group may hold nothing but its id; the first one that names it does for all. */
const isNamedNow = (id: string, label: string, known: string | undefined) => label !== id && known === id

function holdingOf({ all, numbers }: Holdings, group: number, scope: Scope | null): number {
  const key = `${group} ${scope}`
  const known = numbers.get(key)
  if (known !== undefined) return known
  numbers.set(key, all.length)
  return all.push({ group, scope }) - 1
}

function numberOf(vocabulary: Vocabulary, value: string, label: () => string): number {
  const known = vocabulary.numbers.get(value)
  if (known !== undefined) return known
  vocabulary.terms.push(toTerm(value, label()))
  vocabulary.numbers.set(value, vocabulary.terms.length - 1)
  return vocabulary.terms.length - 1
}

const toTerm = (value: string, label: string): Term => ({ value, label, folded: fold(`${label} ${value}`) })
