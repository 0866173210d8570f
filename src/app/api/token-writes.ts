import type { TokenCreateParams, TokenUpdateParams } from 'cloudflare/resources/accounts/tokens/tokens'
import { isObject } from '#domain/token-json/is-object.ts'
import { readTime } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import { ApiFailure, oddAnswer } from './errors.ts'
import { loadSdk } from './sdk.ts'
import { tokenOf } from './tokens.ts'

/** What a secret opens, as `verify` answers. */
export type Verification = { id: string; status: string; expiresOn: string | null; notBefore: string | null }

/** A body built by `domain/policy/request-body`: the SDK's own types forbid unknown keys and nulls the API takes. */
export type TokenBody = Record<string, unknown>

/** The secret is apart from the token, so that no cache ever takes both. */
export async function createToken(accountId: string, body: TokenBody): Promise<{ token: Token; secret: string }> {
  const { cloudflare, rethrow } = await loadSdk()
  const params = { account_id: accountId, ...body } as unknown as TokenCreateParams
  const answer: unknown = await cloudflare.accounts.tokens.create(params).catch(rethrow)
  const { value, ...wire } = isObject(answer) ? answer : {}
  return { token: tokenOf(wire), secret: secretOf(value) }
}

/** Replaces the whole token (policies included) and leaves its secret alone. */
export async function updateToken(accountId: string, tokenId: string, body: TokenBody): Promise<Token> {
  const { cloudflare, rethrow } = await loadSdk()
  const params = { account_id: accountId, ...body } as unknown as TokenUpdateParams
  const answer: unknown = await cloudflare.accounts.tokens.update(tokenId, params).catch(rethrow)
  return tokenOf(answer, tokenId)
}

/** A token that is already gone counts as deleted: the API answers 404 (1003 or 7003) to a second delete. */
export async function deleteToken(accountId: string, tokenId: string): Promise<void> {
  const { cloudflare, rethrow } = await loadSdk()
  try {
    await cloudflare.accounts.tokens.delete(tokenId, { account_id: accountId }).catch(rethrow)
  } catch (error) {
    if (!(error instanceof ApiFailure && error.status === 404)) throw error
  }
}

/** Gives the token a new secret and returns it. The old one stops at once. */
export async function rollToken(accountId: string, tokenId: string): Promise<string> {
  const { cloudflare, rethrow } = await loadSdk()
  // The API wants an object as body; the SDK sends none unless told.
  const secret: unknown = await cloudflare.accounts.tokens.value
    .update(tokenId, { account_id: accountId }, { body: {} })
    .catch(rethrow)
  return secretOf(secret)
}

/** Verifies the credential the server runs on. */
export async function verifyOwnCredential(accountId: string, signal?: AbortSignal): Promise<Verification> {
  const { cloudflare, rethrow } = await loadSdk()
  return toVerification(await cloudflare.accounts.tokens.verify({ account_id: accountId }, { signal }).catch(rethrow))
}

/** Verifies a pasted secret: our server asks the API with it and keeps nothing. */
export async function verifySecret(accountId: string, secret: string): Promise<Verification> {
  const { cloudflare, ownUrl, rethrow } = await loadSdk()
  const body = { account_id: accountId, value: secret }
  const answer = await cloudflare.post<{ result?: unknown }>(ownUrl('/verify'), { body }).catch(rethrow)
  return toVerification(answer.result)
}

function toVerification(wire: unknown): Verification {
  if (!isObject(wire) || typeof wire['id'] !== 'string' || wire['id'] === '')
    throw oddAnswer('The API answered without a token.')
  return {
    id: wire['id'],
    status: typeof wire['status'] === 'string' ? wire['status'] : 'unknown',
    expiresOn: readTime(wire['expires_on']),
    notBefore: readTime(wire['not_before']),
  }
}

function secretOf(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value
  throw oddAnswer('The API answered without a secret.')
}
