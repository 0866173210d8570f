import { isFiller, LEVEL_WORD, wordsOf, type SearchQuery } from './search-words.ts'

/** Splits a list of permissions, as in documentation: "Zone:DNS:Edit, Zone:Zone:Read", "DNS Edit + Zone Read". */
export function partsOf(text: string): string[] {
  const parts: string[] = []
  for (const part of text.split(/[,;\n]+|\s[+&|]\s/).filter((one) => one.trim() !== '')) {
    const before = parts.at(-1)
    // "DNS Read & Write" has one product with two levels, and so has "Read & Write DNS".
    if (before !== undefined && (isLevelOnly(part) || isLevelOnly(before))) parts.splice(-1, 1, `${before} ${part}`)
    else parts.push(part)
  }
  return parts
}

const isLevelOnly = (part: string) => {
  const words = wordsOf(part)
  return words.length > 0 && words.every((word) => LEVEL_WORD.test(word) || word === 'only' || isFiller(word))
}

/** Whether each part names a permission with its level, "Zone:DNS:Read", or its scope, "Zone.DNS". */
export const areWholeNames = (parts: string[]): boolean =>
  parts.length > 1 &&
  parts.every((part) => wordsOf(part).length > 1 && (LEVEL_END.test(part) || SCOPE_START.test(part)))

const SCOPE_START = /^\W*(?:zone|account|user)\s*[.:>]\s*\p{L}/iu
const LEVEL_END = /[^\p{L}](?:read|write|edit|only|editor|admin|revoke|purge|run|evaluate|send|bind)\W*$/iu

/**
 * The searches for each of several levels: "DNS Read/Write" means either, as a group has one level. `[]` for a search
 * with one level only.
 */
export function forEachLevel(query: SearchQuery, levels: RegExp): SearchQuery[] {
  const named = new Set(query.words.filter((word) => levels.test(word)))
  const words = query.words.filter((word) => !named.has(word))
  return named.size < 2 ? [] : [...named].map((level) => ({ ...query, words: [...words, level] }))
}
