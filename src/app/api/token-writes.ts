import type { TokenCreateParams, TokenUpdateParams } from 'cloudflare/resources/accounts/tokens/tokens'
import * as v from 'valibot'
import { parseTime, type Token } from '#domain/token/token.ts'
import { ApiFailure } from './errors.ts'
import { loadSdk } from './sdk.ts'
import { toToken } from './token-schema.ts'

/** What a secret opens, as `verify` answers. */
export type Verification = { id: string; status: string; expiresOn: string | null; notBefore: string | null }

/** A body built by `domain/policy/request-body`: the SDK's own types forbid unknown keys and nulls the API takes. */
export type TokenBody = Record<string, unknown>

/** The secret is apart from the token, so that no cache ever takes both. */
export async function createToken(accountId: string, body: TokenBody): Promise<{ token: Token; secret: string }> {
  const { cloudflare, rethrow } = await loadSdk()
  const params = { account_id: accountId, ...body } as unknown as TokenCreateParams
  const { value, ...wire } = await cloudflare.accounts.tokens.create(params).catch(rethrow)
  if (!value) throw new ApiFailure({ status: 502, problems: [noSecret] })
  return { token: toToken(wire), secret: value }
}

/** Replaces the whole token (policies included) and leaves its secret alone. */
export async function updateToken(accountId: string, tokenId: string, body: TokenBody): Promise<Token> {
  const { cloudflare, rethrow } = await loadSdk()
  const params = { account_id: accountId, ...body } as unknown as TokenUpdateParams
  const wire = await cloudflare.accounts.tokens.update(tokenId, params).catch(rethrow)
  return toToken({ id: tokenId, ...wire })
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
  const secret = await cloudflare.accounts.tokens.value
    .update(tokenId, { account_id: accountId }, { body: {} })
    .catch(rethrow)
  if (!secret) throw new ApiFailure({ status: 502, problems: [noSecret] })
  return secret
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

const verification = v.looseObject({ id: v.fallback(v.string(), ''), status: v.fallback(v.string(), 'unknown') })

function toVerification(wire: unknown): Verification {
  const known = v.parse(v.fallback(verification, { id: '', status: 'unknown' }), wire)
  return {
    id: known.id,
    status: known.status,
    expiresOn: parseTime(known['expires_on']),
    notBefore: parseTime(known['not_before']),
  }
}

const noSecret = { code: 0, message: 'The API answered without a secret.', pointer: null }
