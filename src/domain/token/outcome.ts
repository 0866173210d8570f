import type { Token } from './token.ts'

/**
 * The tokens that have come since a create was sent: of its name, and not among those that had the
 * name before. `before` is `null` where it could not be read: then nothing tells new ones from old
 * ones, and all of the name are returned. No clock is asked: those of two machines differ.
 */
export const createdSince = (tokens: Token[], name: string, before: string[] | null): Token[] =>
  tokens.filter((token) => token.name === name && !before?.includes(token.id))

/**
 * A roll moves `modified_on` and nothing else (`docs/api-behaviour.md` §2.6): the one trace it leaves.
 * `null` where the API sends no such time.
 */
export const looksRolled = (before: Token, now: Token): boolean | null =>
  before.modifiedOn === null && now.modifiedOn === null ? null : before.modifiedOn !== now.modifiedOn
