import type { Token } from './token.ts'

/** Clocks of this machine and of Cloudflare may differ by this much. */
const SKEW_MS = 60_000

/**
 * A create that ended without an answer: the token it made, if it did. The same name
 * and an issue date since the request was sent is as near as the API lets one come.
 */
export function findCreated(tokens: Token[], name: string, sentAt: number): Token | null {
  return (
    tokens.find(
      (token) => token.name === name && token.issuedOn !== null && Date.parse(token.issuedOn) >= sentAt - SKEW_MS,
    ) ?? null
  )
}

/** A roll moves `modified_on` and nothing else (`contract/api-behaviour.md` §2.6): the one trace it leaves. */
export const looksRolled = (before: Token, now: Token): boolean => before.modifiedOn !== now.modifiedOn
