import type { TokenCreateParams, TokenUpdateParams } from 'cloudflare/resources/accounts/tokens/tokens'
import { isObject } from '#domain/text/is-object.ts'
import { hasPolicyList } from '#domain/token/policy-list.ts'
import { readTime } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import { readAnswer } from './answer.ts'
import type { Sdk } from './client.ts'
import { ApiFailure, oddAnswer } from './errors.ts'
import { ownUrl } from './fetch.ts'
import { tokenOf } from './tokens.ts'

/** What a secret opens, as `verify` answers. */
export type Verification = { id: string; status: string; expiresOn: string | null; notBefore: string | null }

/** A body built by `domain/token/request-body`. */
export type TokenBody = Record<string, unknown>

/** The secret is apart from the token, so that no cache ever takes both. */
export async function createToken(accountId: string, body: TokenBody): Promise<{ token: Token; secret: string }> {
  // The SDK would take an `account_id` of the body for the account. Its types forbid unknown keys and nulls as well,
  // which the API accepts.
  const params = { account_id: accountId } as TokenCreateParams
  const send = (sdk: Sdk) => sdk.accounts.tokens.create(params, { body })
  return readAnswer(send, ({ result }) => {
    const { value } = isObject(result) ? result : {}
    return { token: tokenOf(result), secret: secretOf(value) }
  })
}

/**
 * Replaces the whole token (policies included) and leaves its secret alone. An answer without policies does not tell
 * what was stored, and one that is not `isShown` does not tell that anything was.
 */
export async function updateToken(
  accountId: string,
  tokenId: string,
  body: TokenBody,
  isShown: (answer: Token) => boolean,
): Promise<Token> {
  // As above.
  const params = { account_id: accountId } as TokenUpdateParams
  const send = (sdk: Sdk) => sdk.accounts.tokens.update(tokenId, params, { body })
  return readAnswer(send, ({ result }) => {
    const token = tokenOf(result, tokenId)
    if (!hasPolicyList(token)) throw oddAnswer('The API response has no list of policies.')
    if (!isShown(token)) throw oddAnswer('The API response shows the token without the change.')
    return token
  })
}

/** A token that is already gone counts as deleted: the API answers 404 (1003 or 7003) to a second delete. */
export async function deleteToken(accountId: string, tokenId: string): Promise<void> {
  try {
    const send = (sdk: Sdk) => sdk.accounts.tokens.delete(tokenId, { account_id: accountId })
    await readAnswer(send, () => null)
  } catch (error) {
    if (!(error instanceof ApiFailure && error.isGone)) throw error
  }
}

/** Gives the token a new secret and returns it. The old one stops at once. */
export async function rollToken(accountId: string, tokenId: string): Promise<string> {
  // The API wants an object as body; the SDK sends none unless told.
  const send = (sdk: Sdk) => sdk.accounts.tokens.value.update(tokenId, { account_id: accountId }, { body: {} })
  return readAnswer(send, ({ result }) => secretOf(result))
}

/** Verifies the credential the server runs on. */
export async function verifyOwnCredential(accountId: string, signal?: AbortSignal): Promise<Verification> {
  return readAnswer((sdk) => sdk.accounts.tokens.verify({ account_id: accountId }, { signal }), toVerification)
}

/** Verifies a pasted secret: our server asks the API with it and keeps nothing. */
export async function verifySecret(accountId: string, secret: string): Promise<Verification> {
  const body = { account_id: accountId, value: secret }
  return readAnswer((sdk) => sdk.post(ownUrl('/verify'), { body }), toVerification)
}

function toVerification({ result }: { result: unknown }): Verification {
  if (!isObject(result) || typeof result['id'] !== 'string' || result['id'] === '')
    throw oddAnswer('The API response has no token.')
  return {
    id: result['id'],
    status: typeof result['status'] === 'string' ? result['status'] : 'unknown',
    expiresOn: readTime(result['expires_on']),
    notBefore: readTime(result['not_before']),
  }
}

function secretOf(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value
  throw oddAnswer('The API response has no secret.')
}
