import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { rankEntry } from '#domain/permission-groups/search-rank.ts'
import { readSearchQuery, wordsOf } from '#domain/permission-groups/search-words.ts'
import { fold } from '#domain/text/fold.ts'
import type { Token } from '#domain/token/token.ts'
import type { Entry, InventoryIndex, Vocabulary } from './entries.ts'
import { statusValue } from './entry-values.ts'
import { eachFacet, FACETS, type FacetName } from './facet-names.ts'
import { FACET } from './facets.ts'
import type { Filters } from './filters.ts'
import type { JudgedTokens } from './judged.ts'
import { resourceName } from './resource-terms.ts'

export type QueryContext = {
  /** Ms since 1970: status and times are judged at this moment. */
  now: number
  /** Whether expired tokens are shown without a filter that asks for them. */
  includeExpired: boolean
  /** Names of zones and other resources by ID, where the credential may list them. */
  zoneNames: ReadonlyMap<string, string>
  /** Without it, a permission group counts as held wherever it is granted. */
  catalogue?: PermissionGroup[] | undefined
  /** Without it, no token has a finding or a level. */
  judged?: JudgedTokens | undefined
}

export type QueryResult = {
  entries: Entry[]
  /** Expired tokens that match everything else. */
  hiddenExpired: number
}

/** Searches and filters an inventory, and keeps its order. */
export function queryInventory(index: InventoryIndex, filters: Filters, context: QueryContext): QueryResult {
  const holdsWords = wordTest(index, filters.q, context)
  const narrowing = FACETS.filter((name) => filters[name].length > 0)
  const matchers = narrowing.map((name) => matcherOf(name, index, filters[name], context))
  const wantsExpired = isExpiredWanted(filters, context)
  const entries: Entry[] = []
  let hiddenExpired = 0
  for (const entry of index.entries) {
    if (!holdsWords(entry) || !matchers.every(({ holds }) => holds(entry))) continue
    if (!wantsExpired && statusValue(entry, context.now) === 'expired') hiddenExpired += 1
    else entries.push(entry)
  }
  return { entries, hiddenExpired }
}

/** How many tokens there would be with a value, all other filters as they are. */
export type FacetCounts = Record<FacetName, Map<string, number>>

/** Counting this many takes 5 to 10 ms on a slow laptop. */
const COUNTED_AT_ONCE = 500

/**
 * Counts what each further value would find. That is several times the work of finding, so it
 * yields after every COUNTED_AT_ONCE tokens, for the caller to do what is more urgent.
 */
export function* countFacets(
  index: InventoryIndex,
  filters: Filters,
  context: QueryContext,
): Generator<void, FacetCounts> {
  const holdsWords = wordTest(index, filters.q, context)
  const matchers = eachFacet((name) => matcherOf(name, index, filters[name], context))
  const all = Object.values(matchers)
  const wantsExpired = isExpiredWanted(filters, context)
  for (const [place, entry] of index.entries.entries()) {
    if (place % COUNTED_AT_ONCE === COUNTED_AT_ONCE - 1) yield
    if (!holdsWords(entry)) continue
    // A token counts for the values of a filter if that filter alone excludes it, or none does.
    const excluding = all.filter(({ holds }) => !holds(entry))
    if (excluding.length > 1) continue
    const isHidden = !wantsExpired && statusValue(entry, context.now) === 'expired'
    for (const matcher of excluding.length === 1 ? excluding : all) matcher.count(entry, isHidden)
  }
  return eachFacet((name) => matchers[name].counts())
}

const isExpiredWanted = ({ status, expiry }: Filters, { includeExpired }: QueryContext): boolean =>
  includeExpired || status.includes('expired') || expiry.includes('expired')

export const tokensOf = (entries: Entry[]): Token[] => entries.map(({ token }) => token)

type Matcher = {
  holds: (entry: Entry) => boolean
  /** Choosing "expired" shows what is hidden, so that value counts a hidden token, and no other does. */
  count: (entry: Entry, isHidden: boolean) => void
  counts: () => Map<string, number>
}

function matcherOf(name: FacetName, index: InventoryIndex, chosen: string[], context: QueryContext): Matcher {
  const { now, judged, catalogue } = context
  const facet = FACET[name]
  if (facet.kind === 'term') return termMatcher(facet.vocabularyOf(index), chosen, facet.numbersOf(index, catalogue))
  const valuesOf = (entry: Entry) => facet.valuesOf(entry, now, judged?.get(entry.token.id))
  const wanted = new Set(chosen)
  const counts = new Map<string, number>()
  return {
    holds: (entry) => wanted.size === 0 || valuesOf(entry).some((value) => wanted.has(value)),
    count: (entry, isHidden) => {
      for (const value of valuesOf(entry)) {
        if (!isHidden || value === 'expired') counts.set(value, (counts.get(value) ?? 0) + 1)
      }
    },
    counts: () => counts,
  }
}

/** Counts by number: tokens have many groups and resources, and a map of texts would be most of the time. */
function termMatcher({ terms, numbers }: Vocabulary, chosen: string[], numbersOf: (entry: Entry) => number[]): Matcher {
  const wanted = new Set(chosen.map((value) => numbers.get(value) ?? -1))
  const counts = new Uint32Array(terms.length)
  return {
    holds: (entry) => wanted.size === 0 || numbersOf(entry).some((number) => wanted.has(number)),
    count: (entry, isHidden) => {
      if (isHidden) return
      for (const number of numbersOf(entry)) counts[number] = (counts[number] ?? 0) + 1
    },
    counts: () => new Map(terms.flatMap(({ value }, number) => (counts[number] ? [[value, counts[number]]] : []))),
  }
}

/**
 * Every word has to be found: in the name, id or creator, or in a permission group's or resource's name or id. A text
 * that names a permission as a whole, such as "Zone - DNS - Edit", finds the tokens that name it, whatever its effect.
 */
function wordTest(index: InventoryIndex, query: string, { zoneNames }: QueryContext): (entry: Entry) => boolean {
  const chunks = fold(query).split(/\s+/).filter(Boolean)
  const telling = chunks.filter((chunk) => wordsOf(chunk).length > 0)
  const named = telling.length > 0 && chunks.length > 1 ? grantsFound(index, query) : []
  const isNamed = (entry: Entry) => entry.grants.some((number) => named[number])
  // Punctuation between the words makes them one name, of a permission or of a token.
  if (telling.length > 0 && telling.length < chunks.length)
    return (entry) => isNamed(entry) || telling.every((chunk) => entry.names.includes(chunk))
  const tests = chunks.map((chunk) => chunkTest(index, chunk, zoneNames))
  return (entry) => isNamed(entry) || tests.every((holds) => holds(entry))
}

/** The IDs of the permission groups in the inventory that a text names. */
export function groupsFound(index: InventoryIndex, query: string): Set<string> {
  const found = grantsFound(index, query)
  return new Set(index.grants.entries.flatMap(({ id }, number) => (found[number] ? [id] : [])))
}

/** Finds the text itself or all its words in names: "cert-manager" finds "cert manager". Not in IDs: a short word is in some ID always. */
function chunkTest(index: InventoryIndex, chunk: string, zoneNames: QueryContext['zoneNames']) {
  const grants = grantsFound(index, chunk)
  const whole = textTest(index, chunk, zoneNames)
  const words = wordsOf(chunk)
  return (entry: Entry) =>
    whole(entry) ||
    entry.grants.some((number) => grants[number]) ||
    (words.length > 1 && words.every((word) => entry.names.includes(word)))
}

function textTest(index: InventoryIndex, text: string, zoneNames: QueryContext['zoneNames']) {
  const grants = index.grants.entries.map(({ name, id }) => name.includes(text) || id.includes(text))
  const resources = index.resources.terms.map(({ folded, value }) => {
    const name = resourceName(value, zoneNames)
    return folded.includes(text) || (name !== undefined && fold(name).includes(text))
  })
  return (entry: Entry) =>
    entry.text.includes(text) ||
    entry.grants.some((number) => grants[number]) ||
    entry.resources.some((number) => resources[number])
}

export function grantsFound({ grants }: InventoryIndex, query: string): boolean[] {
  const asked = readSearchQuery(query, new Set(grants.entries.flatMap(({ scopeKeys }) => scopeKeys)))
  if (asked.words.length === 0 && asked.scopeKey === null) return []
  return grants.entries.map((entry) => rankEntry(entry, asked) !== null)
}
