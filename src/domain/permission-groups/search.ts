import { fold } from '#domain/text/fold.ts'
import type { PermissionGroup } from './permission-group.ts'
import { hasNamed, rankEntry, withoutChance } from './search-rank.ts'
import { toSearchEntry, type SearchEntry } from './search-entry.ts'
import { areWholeNames, forEachLevel, partsOf } from './search-parts.ts'
import { respelt } from './spelling.ts'
import { isFiller, LEVEL_WORD, readSearchQuery, withLevels, type SearchQuery } from './search-words.ts'

/** Another name for a group, as Cloudflare's dashboard or docs call it. */
export type Alias = { label: string; id: string }

export type SearchIndex = {
  entries: SearchEntry[]
  scopes: ReadonlySet<string>
  /** The words of all names, by which a misspelt one is read. */
  vocabulary: ReadonlySet<string>
}

export type Found = {
  ids: Set<string>
  /** The rank of each match, 0 is best. Empty without a query. */
  ranks: ReadonlyMap<string, number>
  /** Words to highlight, including the API's own for the dashboard's. */
  terms: string[]
  /** Nothing has the words as they are spelt: what is found has similar ones. */
  isSimilar: boolean
}

/** Built once per catalogue; a search then scans plain text. */
export function buildSearchIndex(groups: PermissionGroup[], aliases: Alias[] = []): SearchIndex {
  const labels = new Map<string, string[]>()
  for (const { id, label } of aliases) labels.set(id, [...(labels.get(id) ?? []), label])
  const entries = groups.map((group) => toSearchEntry(group, labels.get(group.id)))
  return {
    entries,
    scopes: new Set(entries.flatMap(({ scopeKeys }) => scopeKeys)),
    vocabulary: new Set(entries.flatMap((one) => [...one.product, ...one.level, ...one.scope, ...one.aliases.flat()])),
  }
}

/** Groups that have all the words, in any order; misspelt ones only where nothing else is found. An empty query matches all. */
export function searchGroups(index: SearchIndex, query: string): Found {
  const found = searchOne(index, query)
  const parts = partsOf(query)
  if (parts.length < 2 || (found.ids.size > 0 && !areWholeNames(parts))) return found
  // Several permissions in one text: search each.
  const each = parts.map((part) => searchOne(index, part))
  const ranks = bestRanks(each.map((one) => one.ranks))
  return {
    ids: new Set(ranks.keys()),
    ranks,
    terms: [...new Set(each.flatMap(({ terms }) => terms))],
    isSimilar: each.some((one) => one.isSimilar),
  }
}

function searchOne({ entries, scopes, vocabulary }: SearchIndex, query: string): Found {
  const asked = readSearchQuery(query, scopes)
  if (asked.words.length === 0 && asked.scopeKey === null) {
    // A query of marks only, such as "???", matches nothing.
    const isBlank = query.trim() === ''
    const ids = new Set(isBlank ? entries.map(({ id }) => id) : [])
    return { ids, ranks: new Map(), terms: [], isSimilar: false }
  }
  const ranks = ranksOf(entries, asked)
  if (ranks.size > 0) return { ids: new Set(ranks.keys()), ranks, terms: termsOf(asked.words), isSimilar: false }
  const respellings = respelt(asked.words, vocabulary)
  const found = bestRanks(respellings.map((words) => ranksOf(entries, { ...asked, words })))
  const ids = new Set(found.keys())
  return { ids, ranks: found, terms: termsOf(respellings.flat()), isSimilar: ids.size > 0 }
}

/**
 * Groups with all the words, else those with one of several levels. "R2 Admin Read & Write" asks for two, not three. And
 * "access to DNS" asks for DNS, as no name has both; "create a token" for what writes tokens.
 */
function ranksOf(entries: SearchEntry[], asked: SearchQuery): Map<string, number> {
  const plain = withLevels(asked.words)
  const queries = plain.join() === asked.words.join() ? [asked] : [asked, { ...asked, words: plain }]
  const found = queries
    .flatMap((query) => [[query], ...eachLevel(query)])
    .map((one) => bestRanks(one.map((query) => ranksFor(entries, query))))
    .filter((ranks) => ranks.size > 0)
  return withoutChance(found.find(hasNamed) ?? found[0] ?? new Map<string, number>())
}

function eachLevel(query: SearchQuery): SearchQuery[][] {
  const hasName = query.words.some((word) => (word === 'admin' || !LEVEL_WORD.test(word)) && !isFiller(word))
  return hasName ? [/^(?:read|write|edit)$/, LEVEL_WORD].map((levels) => forEachLevel(query, levels)) : []
}

function ranksFor(entries: SearchEntry[], query: SearchQuery): Map<string, number> {
  const ranks = new Map<string, number>()
  for (const entry of entries) {
    const inCategory = withoutCategory(entry, query)
    const rank = least(rankEntry(entry, query), inCategory && rankEntry(entry, inCategory))
    if (rank !== null) ranks.set(entry.id, rank)
  }
  return ranks
}

/** What is left to search once a query has named the whole category, whose "zones" or "account" is no scope. */
function withoutCategory({ category }: SearchEntry, query: SearchQuery): SearchQuery | null {
  const words = [...query.words]
  for (const word of category) {
    const at = words.indexOf(word)
    if (at === -1) return null
    words.splice(at, 1)
  }
  return words.length > 0 ? { ...query, words } : null
}

const least = (a: number | null, b: number | null) => (a === null || b === null ? (a ?? b) : Math.min(a, b))

/** A group found several times has its best rank. */
function bestRanks(each: ReadonlyMap<string, number>[]): Map<string, number> {
  const best = new Map<string, number>()
  for (const ranks of each) for (const [id, rank] of ranks) best.set(id, Math.min(rank, best.get(id) ?? Infinity))
  return best
}

/** A letter beside words, as in "create a token", is marked nowhere. */
function termsOf(words: string[]): string[] {
  const told = words.length > 1 ? words.filter((word) => word.length > 1) : words
  return [...new Set(told.flatMap((word) => (word === 'edit' ? [word, 'write'] : [word])))]
}

/** Splits a text into parts that match the search words and parts that do not. */
export function markMatches(text: string, terms: string[]): { text: string; isMatch: boolean }[] {
  const folded = fold(text)
  // When folding changes the length (rare letters), positions would be wrong.
  if (terms.length === 0 || folded.length !== text.length) return [{ text, isMatch: false }]
  const marked = Array.from({ length: text.length }, () => false)
  for (const term of terms) {
    for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + 1))
      marked.fill(true, at, at + term.length)
  }
  const parts: { text: string; isMatch: boolean }[] = []
  for (let index = 0; index < text.length; index += 1) {
    const isMatch = marked[index] ?? false
    const last = parts.at(-1)
    if (last?.isMatch === isMatch) last.text += text.charAt(index)
    else parts.push({ text: text.charAt(index), isMatch })
  }
  return parts
}
