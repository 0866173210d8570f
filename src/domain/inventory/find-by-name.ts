import { wordsOf } from '#domain/permission-groups/search-words.ts'
import { fold } from '#domain/text/fold.ts'
import type { Token } from '#domain/token/token.ts'

/** The first tokens whose name or id has every word. Names that start with the query come first. */
export function findByName(tokens: Token[], query: string, most: number): Token[] {
  const typed = fold(query).trim()
  const words = typed
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => ({ word, parts: wordsOf(word) }))
  const found = tokens.flatMap((token) => {
    const name = fold(token.name)
    const isMatch = words.every(
      ({ word, parts }) => name.includes(word) || token.id.startsWith(word) || holdsParts(name, parts),
    )
    return isMatch ? [{ token, isFirst: name.startsWith(typed) }] : []
  })
  return found
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst))
    .slice(0, most)
    .map(({ token }) => token)
}

/** "cert-manager" finds "cert manager". */
const holdsParts = (name: string, parts: string[]) => parts.length > 1 && parts.every((part) => name.includes(part))
