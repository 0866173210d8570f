import { ApiError } from './api-error.ts'
import { checkAddress, noteUse, readBearer } from './authenticate.ts'
import { success } from './envelope.ts'
import type { Store } from './store.ts'

const INVALID = { code: 1000, message: 'Invalid API Token' }

/**
 * `GET /accounts/:account_id/tokens/verify`: needs only the bearer, in its own account. Disabled and expired tokens get
 * their status; whether the live API does so is not established.
 */
export async function verifyToken(store: Store, accountId: string, request: Request, now: number): Promise<Response> {
  const found = await store.findSecret(accountId, readBearer(request))
  const token = found?.account.tokens.get(found.tokenId)
  if (!found || !token || found.account.id !== accountId) throw new ApiError(401, INVALID)
  checkAddress(token, request)
  noteUse(token, now)
  const isExpired = token.expires_on !== undefined && now >= Date.parse(token.expires_on)
  const { id, expires_on, not_before } = token
  const status = isExpired && token.status === 'active' ? 'expired' : token.status
  const messages =
    status === 'active' ? [{ code: 10000, message: 'This API Token is valid and active', type: null }] : []
  return success({ id, status, ...(expires_on && { expires_on }), ...(not_before && { not_before }) }, { messages })
}

/** `GET /user/tokens/verify`: an account's token is not valid there. */
export function verifyUserToken(request: Request): never {
  readBearer(request)
  throw new ApiError(401, INVALID)
}
