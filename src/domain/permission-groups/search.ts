import { fold } from '#domain/text/fold.ts'
import { categoryLabel } from './catalogue.ts'
import type { PermissionGroup } from './permission-group.ts'

/** Another name for a group, as Cloudflare's dashboard or docs call it. */
export type Alias = { label: string; id: string }

export type SearchIndex = { id: string; text: string }[]

/** The dashboard says Edit where the API says Write (`contract/api-behaviour.md` §7.2). */
export const SYNONYMS = new Map([['edit', 'write']])
/** From here on a word of hex digits can be the beginning of an id. */
const ID_PREFIX = /^[0-9a-f]{4,32}$/

/** Built once for a catalogue; a search over it is a scan of plain text. */
export function buildSearchIndex(groups: PermissionGroup[], aliases: Alias[] = []): SearchIndex {
  const labels = new Map<string, string[]>()
  for (const { id, label } of aliases) labels.set(id, [...(labels.get(id) ?? []), label])
  return groups.map((group) => ({
    id: group.id,
    text: fold(
      [group.name, categoryLabel(group.category), group.description ?? '', ...(labels.get(group.id) ?? [])].join(' '),
    ),
  }))
}

/**
 * Groups that hold every word, in any order. Nothing typed finds everything. `terms` are
 * the words to mark, the API's own for the dashboard's among them.
 */
export function searchGroups(index: SearchIndex, query: string): { ids: Set<string>; terms: string[] } {
  const terms = fold(query).split(/\s+/).filter(Boolean)
  const holds = (entry: SearchIndex[number], term: string) => {
    const synonym = SYNONYMS.get(term)
    return (
      entry.text.includes(term) ||
      (synonym !== undefined && entry.text.includes(synonym)) ||
      (ID_PREFIX.test(term) && entry.id.startsWith(term))
    )
  }
  const found = index.filter((entry) => terms.every((term) => holds(entry, term)))
  return {
    ids: new Set(found.map(({ id }) => id)),
    terms: terms.flatMap((term) => [term, SYNONYMS.get(term) ?? []].flat()),
  }
}

/** A text in parts, with what the search words matched told apart. */
export function markMatches(text: string, terms: string[]): { text: string; isMatch: boolean }[] {
  const folded = fold(text)
  // Folding that changes the length (rare letters) would mark the wrong places.
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
