import { keep, readKept } from '#app/parts/kept-in-tab.ts'
import { looksLikeSecret } from '#domain/secret/looks-like-secret.ts'
import { isObject } from '#domain/text/is-object.ts'
import { readToken } from '#domain/token/read-token.ts'
import type { TokenDraft } from '#domain/token/request-body.ts'
import type { Token } from '#domain/token/token.ts'

/** A suggested change, and the token as it was when the change was suggested. */
type KeptFix = { base: Token; draft: TokenDraft }

const keyOf = (accountId: string, tokenId: string) => `token-desk.fix.${accountId}.${tokenId}`

/** Keeps a suggested change for the editor, in this tab alone. Not with a secret in the name. */
export function keepFix(accountId: string, { base, draft }: KeptFix): void {
  const isSecret = [base.name, draft.name].some(looksLikeSecret)
  keep(keyOf(accountId, base.id), isSecret ? null : JSON.stringify({ base: base.wire, draft }))
}

export function keptFix(accountId: string, tokenId: string): KeptFix | null {
  try {
    const kept: unknown = JSON.parse(readKept(keyOf(accountId, tokenId)) ?? 'null')
    if (!isObject(kept) || !isDraft(kept['draft'])) return null
    const base = readToken(kept['base'])
    return base && { base, draft: kept['draft'] }
  } catch {
    return null
  }
}

/** The tab wrote it itself; this only keeps a text of an older version from breaking the form. */
const isDraft = (draft: unknown): draft is TokenDraft =>
  isObject(draft) &&
  Array.isArray(draft['policies']) &&
  isObject(draft['condition']) &&
  ['name', 'status'].every((key) => typeof draft[key] === 'string') &&
  ['notBefore', 'expiresOn'].every((key) => draft[key] === null || typeof draft[key] === 'string')
