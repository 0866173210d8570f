import { ApiError } from './api-error.ts'
import { readBearer, unauthorized } from './authenticate.ts'
import type { Store } from './store.ts'
import { verifyUserToken } from './verify.ts'

/** The endpoints of users. Each refuses an account's token in its own way. */
export async function refuseAtUserEndpoint(
  name: 'user' | 'memberships' | 'user-verify',
  request: Request,
  store: Store,
  accountId: string,
): Promise<never> {
  if (name === 'user-verify') return verifyUserToken(request)
  const found = await store.findSecret(accountId, readBearer(request))
  if (!found) throw new ApiError(403, { code: 9109, message: 'Invalid access token' })
  if (name === 'memberships') throw new ApiError(400, { code: 9106, message: 'Authentication failed' })
  throw unauthorized()
}
