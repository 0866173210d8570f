import { wordsOf } from '#domain/permission-groups/search-words.ts'
import { fold } from '#domain/text/fold.ts'
import type { Token } from '#domain/token/token.ts'
import type { Entry, InventoryIndex } from './entries.ts'
import { grantsFound } from './query.ts'
import { resourceName } from './resource-terms.ts'

/** Where the search words are found in one token. */
export type Match = {
  /** The words, folded, to be marked in texts. */
  terms: string[]
  /** The ID of the permission group that matches. */
  groupId?: string
  /** The resource that matches, as a filter's value. */
  resource?: string
  /** A match that no column shows. */
  unseen?: { of: 'creator' | 'id'; text: string }
}

/** One letter is in every name. */
const TELLING_LENGTH = 2

/** Says for a token that the words find what they find it by. */
export function matchFinder(
  index: InventoryIndex,
  query: string,
  zoneNames: ReadonlyMap<string, string>,
): (token: Token) => Match | undefined {
  const chunks = fold(query).split(/\s+/).filter(Boolean)
  const named = chunks.length > 1 ? grantsFound(index, query) : []
  const terms = [...new Set(chunks.flatMap((chunk) => [chunk, ...wordsOf(chunk)]))].filter(
    (term) => wordsOf(term).length > 0,
  )
  const finders = chunks.filter((chunk) => wordsOf(chunk).length > 0).map((chunk) => finderOf(index, chunk, zoneNames))
  const entries = new Map(index.entries.map((entry) => [entry.token, entry]))

  return (token) => {
    const entry = entries.get(token)
    if (!entry || terms.length === 0) return undefined
    const whole = entry.grants.find((number) => named[number])
    const found = finders.map((find) => find(entry))
    return {
      terms,
      // What an earlier word found goes before what a later one did.
      ...(Object.assign({}, ...found.toReversed()) as Partial<Match>),
      ...(whole !== undefined && { groupId: idOf(index, whole) }),
    }
  }
}

const idOf = ({ grants }: InventoryIndex, number: number) => grants.entries[number]?.id ?? ''

/** What one word finds: what says it in so many letters, or else what is found by another name or by a category. */
function finderOf(index: InventoryIndex, chunk: string, zoneNames: ReadonlyMap<string, string>) {
  const isTelling = chunk.length >= TELLING_LENGTH
  const loose = grantsFound(index, chunk)
  const grants = index.grants.entries.map(({ name, id }) => isTelling && (name.includes(chunk) || id.includes(chunk)))
  const resources = index.resources.terms.map(
    ({ folded, value }) =>
      isTelling && (folded.includes(chunk) || fold(resourceName(value, zoneNames) ?? '').includes(chunk)),
  )
  return (entry: Entry): Partial<Match> => {
    const { token } = entry
    const name = fold(token.name)
    const group = entry.grants.find((number) => grants[number])
    const resource = index.resources.terms[entry.resources.find((number) => resources[number]) ?? -1]?.value
    const seen = {
      ...(group !== undefined && { groupId: idOf(index, group) }),
      ...(resource !== undefined && { resource }),
    }
    if (group !== undefined || resource !== undefined || holds(name, chunk)) return seen
    if (holds(fold(entry.creator), chunk)) return { unseen: { of: 'creator', text: entry.creator } }
    if (fold(token.id).includes(chunk)) return { unseen: { of: 'id', text: token.id } }
    const other = entry.grants.find((number) => loose[number])
    return other === undefined ? {} : { groupId: idOf(index, other) }
  }
}

const holds = (text: string, chunk: string) =>
  text.includes(chunk) || wordsOf(chunk).every((word) => text.includes(word))
