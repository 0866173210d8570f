import { fold } from '#domain/text/fold.ts'
import { categoryLabel } from './catalogue.ts'
import { FEATURES } from './features.ts'
import { parseGroupName } from './group-name.ts'
import { groupKind } from './level.ts'
import { OTHER_NAMES } from './other-names.ts'
import type { PermissionGroup } from './permission-group.ts'
import { scopeLabel } from './scope-fit.ts'
import { isFiller, wordsOf } from './search-words.ts'

/** A group prepared for searching. All texts are folded. */
export type SearchEntry = {
  id: string
  /** The whole name, including the level. */
  name: string
  product: string[]
  /** The product as one text, and with its words sorted, to compare words in any order. */
  productText: string
  productKey: string
  /** The words of the level, including those that Cloudflare uses elsewhere. */
  level: string[]
  /** The scopes in words: `zone`, `r2`, `bucket`. */
  scope: string[]
  scopeKeys: string[]
  /** Other names without their level, split into words. */
  aliases: string[][]
  aliasKeys: string[]
  /** What it is for, found by all words alone. */
  features: string[][]
  category: string[]
  description: string
}

export type Searchable = Pick<PermissionGroup, 'id' | 'name' | 'scopes' | 'category' | 'description'>

export function toSearchEntry(group: Searchable, labels: string[] = []): SearchEntry {
  const { product, level } = parseGroupName(group.name)
  const words = wordsOf(product)
  const others = labels.map(parseGroupName)
  const known = OTHER_NAMES.get(words.join(' ')) ?? []
  const aliases = [...others.map((other) => wordsOf(other.product)), ...known.map(wordsOf)]
  return {
    id: group.id,
    name: fold(group.name),
    product: words,
    productText: words.join(' '),
    productKey: keyOfWords(words),
    level: [level || (groupKind(group) === 'change' ? 'Write' : ''), ...others.map((other) => other.level)].flatMap(
      levelWords,
    ),
    scope: [...new Set(group.scopes.flatMap(scopeWords))],
    scopeKeys: group.scopes.map((scope) => scope.toLowerCase()),
    aliases,
    aliasKeys: aliases.map(keyOfWords),
    features: (FEATURES.get(words.join(' ')) ?? []).map((one) => wordsOf(one).filter((word) => !isFiller(word))),
    category: wordsOf(categoryLabel(group.category)),
    description: fold(group.description ?? ''),
  }
}

/** Words in a normalized order; "SSL & Certificates" equals "SSL and Certificates". */
export function keyOfWords(words: string[]): string {
  const telling = words.filter((word) => !isFiller(word))
  return (telling.length > 0 ? telling : words).toSorted().join(' ')
}

/** The dashboard says Edit where the API says Write (`docs/api-behaviour.md` §7.2). */
function levelWords(level: string): string[] {
  const words = wordsOf(level)
  const more = (word: string) => {
    if (word === 'read') return ['only', 'readonly']
    if (word === 'write') return ['edit']
    if (word === 'edit') return ['write']
    return word === 'editor' ? ['edit', 'write'] : []
  }
  return [...words, ...words.flatMap(more)]
}

/** The common prefix of all keys says nothing; of `…account.zone`, only the zone counts. */
function scopeWords(scope: string): string[] {
  const parts = wordsOf(scope).filter((part) => !['com', 'cloudflare', 'api', 'edge'].includes(part))
  const own = parts.length > 1 && parts[0] === 'account' ? parts.slice(1) : parts
  const label = scopeLabel(scope) === scope ? [] : wordsOf(scopeLabel(scope))
  return [...new Set([...own, ...label].flatMap((word) => [word, `${word}s`]))]
}
