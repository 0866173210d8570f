import { fold } from '#domain/text/fold.ts'
import { plainName } from './confirmation.ts'
import type { Token } from './token.ts'

/** An API may trim a name, or keep it with other blanks. */
const key = (name: string) => fold(plainName(name))

/**
 * Tokens created since a create was sent: with its name, and not among those that had the name before. `before` is
 * `null` when it could not be read; then all tokens of the name are returned. Times are not compared, because the
 * clocks of two machines differ.
 */
export const createdSince = (tokens: Token[], name: string, before: string[] | null): Token[] =>
  tokens.filter((token) => key(token.name) === key(name) && !before?.includes(token.id))

/**
 * A roll changes only `modified_on` (`docs/api-behaviour.md` §2.6). `null` when the API sends no such time, or it is not
 * known how the token was right before.
 */
export const looksRolled = (before: Pick<Token, 'modifiedOn'> | null, now: Token): boolean | null =>
  !before || (before.modifiedOn === null && now.modifiedOn === null) ? null : before.modifiedOn !== now.modifiedOn
