import { keyOfWords, type SearchEntry } from './search-entry.ts'
import { isFiller, LEVEL_WORD, type SearchQuery } from './search-words.ts'

/** Lower is better: first the product's own name, then Cloudflare's other words for it. */
const RANKS = {
  exactName: 0,
  namePrefix: 1,
  nameWords: 2,
  nameWordPrefixes: 3,
  exactAlias: 4,
  alias: 5,
  inName: 6,
  severalNames: 7,
  scope: 8,
  category: 9,
  description: 10,
}

/** Whether a group matched by its name, not by its description. */
export const isByName = (rank: number): boolean => rank <= RANKS.severalNames

/**
 * Leaves out what a search only happens to find, inside a word, in two names together or in a description, when other
 * groups have its words in one name.
 */
export function withoutChance(ranks: Map<string, number>): Map<string, number> {
  return hasNamed(ranks) ? new Map([...ranks].filter(([, rank]) => !BY_CHANCE.has(rank))) : ranks
}

/** Whether a group has the words of a search in one of its names. */
export const hasNamed = (ranks: Map<string, number>): boolean => [...ranks.values()].some((rank) => rank <= RANKS.alias)

const BY_CHANCE = new Set([RANKS.inName, RANKS.severalNames, RANKS.description])

/** From this length on, a word of hex digits can be the start of an id. */
const ID_PREFIX = /^[0-9a-f]{4,32}$/

/** Words that name a scope or a level mean just that, and are not searched in descriptions. */
const SCOPE_WORD = /^(?:accounts?|zones?|users?)$/

type Word = { text: string; isScope: boolean; isLevel: boolean }

/** How well a group matches the query, or `null` if it does not. */
export function rankEntry(entry: SearchEntry, { words, scopeKey }: SearchQuery): number | null {
  if (scopeKey !== null && !entry.scopeKeys.some((key) => key === scopeKey || key.startsWith(scopeKey))) return null
  const isNamed = (word: string) => entry.name.includes(word) || isInAlias(entry, word)
  const needed = words.filter((word) => !isFiller(word) || isNamed(word) || words.every(isFiller))
  if (needed.some((word) => ID_PREFIX.test(word) && entry.id.startsWith(word)))
    return needed.every((word) => entry.id.startsWith(word) || isIn(entry, word)) ? RANKS.exactName : null
  if (entry.features.length > 0 && phrasesOf(entry, needed).some((phrase) => isFeature(entry, phrase)))
    return RANKS.alias
  // A word used twice names the scope once and the product once: "Zone:Zone:Read".
  const isTwice = (word: string, at: number) => needed.indexOf(word) < at
  if (!needed.every((word, at) => (isTwice(word, at) ? isNamed(word) : isIn(entry, word))))
    return inCategory(entry, words) ? RANKS.category : null
  return Math.min(...phrasesOf(entry, needed).map((phrase) => rankPhrase(entry, phrase)))
}

const phrasesOf = (entry: SearchEntry, words: string[]): string[][] =>
  readings(
    words.map((text) => ({
      text,
      isScope: isInWords(entry.scope, text),
      isLevel: isInWords(entry.level, text),
    })),
  )

/**
 * The words left for the product's name, when words are read as scope or level: all that can be, only the first scope
 * ("Zone:Zone:Read"), or none.
 */
function readings(words: Word[]): string[][] {
  // Most words are neither, so there is only one reading.
  if (!words.some(({ isScope, isLevel }) => isScope || isLevel)) return [words.map(({ text }) => text)]
  const firstScope = words.findIndex(({ isScope }) => isScope)
  const withoutLevel = (list: Word[]) => list.filter(({ isLevel }) => !isLevel)
  const withoutScope = words.filter(({ isScope }) => !isScope)
  const withoutFirst = words.filter((_, at) => at !== firstScope)
  return [withoutScope, withoutFirst, words].flatMap((list) =>
    [withoutLevel(list), list].map((kept) => kept.map(({ text }) => text)),
  )
}

function rankPhrase(entry: SearchEntry, phrase: string[]): number {
  if (phrase.length === 0) return RANKS.scope
  const key = keyOfWords(phrase)
  if (key === entry.productKey) return RANKS.exactName
  if (entry.productText.startsWith(phrase.join(' '))) return RANKS.namePrefix
  if (phrase.every((word) => entry.product.includes(word))) return RANKS.nameWords
  if (phrase.every((word) => isInWords(entry.level, word))) return RANKS.scope
  if (phrase.every((word) => startsOneOf(entry.product, word))) return RANKS.nameWordPrefixes
  if (entry.aliasKeys.includes(key)) return RANKS.exactAlias
  if (entry.aliases.some((alias) => phrase.every((word) => startsOneOf(alias, word)))) return RANKS.alias
  if (phrase.every((word) => entry.name.includes(word))) return RANKS.inName
  if (phrase.every((word) => entry.name.includes(word) || isInAlias(entry, word))) return RANKS.severalNames
  const rest = phrase.filter((word) => !entry.name.includes(word) && !isInAlias(entry, word))
  if (rest.every((word) => isInWords(entry.scope, word) || isInWords(entry.level, word))) return RANKS.scope
  return rest.every((word) => isInWords(entry.category, word)) ? RANKS.category : RANKS.description
}

/** Whether a word occurs in any text about a group. */
function isIn(entry: SearchEntry, word: string): boolean {
  if (entry.name.includes(word) || isInWords(entry.level, word) || isInWords(entry.scope, word)) return true
  if (isInAlias(entry, word)) return true
  if (SCOPE_WORD.test(word) || LEVEL_WORD.test(word)) return false
  return isInWords(entry.category, word) || entry.description.includes(word)
}

const isFeature = ({ features }: SearchEntry, phrase: string[]) =>
  features.some(
    (one) =>
      phrase.every((word) => startsOneOf(one, word)) && one.every((own) => phrase.some((word) => own.startsWith(word))),
  )

const isInAlias = (entry: SearchEntry, word: string) => entry.aliases.some((alias) => startsOneOf(alias, word))

const startsOneOf = (own: string[], word: string) => own.some((one) => one.startsWith(word))

/** A whole category by its name: "account and billing" does not ask for a scope. */
const inCategory = ({ category }: SearchEntry, words: string[]) =>
  words.length > 1 && ` ${category.join(' ')} `.includes(` ${words.join(' ')} `)

/** While typing, a word matches by its first letters, from two letters on. */
const isInWords = (own: string[], word: string) =>
  own.some((one) => one === word || (word.length > 1 && one.startsWith(word)))
