import type { CommandItem } from '#app/ui/command-menu.tsx'
import { findByName } from '#domain/inventory/find-by-name.ts'
import { grouped } from '#domain/text/plural.ts'
import type { Token } from '#domain/token/token.ts'
import { TokenName } from './token-name.tsx'

/** So many tokens are listed; more words find the others. */
const MOST = 50

/** The tokens that some words find, as items of a menu, and how many more there are. Without words, all of them. */
export function foundTokens(
  tokens: Token[],
  words: string,
  onChoose: (token: Token) => void,
): { items: CommandItem[]; more: string | false } {
  const found = words ? findByName(tokens, words, tokens.length) : tokens
  const rest = found.length - MOST
  return {
    items: found.slice(0, MOST).map((token) => ({
      id: token.id,
      label: <TokenName name={token.name} />,
      onSelect: () => onChoose(token),
    })),
    more: rest > 0 && `${grouped(rest)} more. Type to find them.`,
  }
}
