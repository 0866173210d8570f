import { cloudflare, ownUrl } from './client.ts'
import { rethrow } from './errors.ts'

/** Brings a token for an account; our server seals it into a cookie that no script can read. */
export async function signIn(accountId: string, secret: string): Promise<void> {
  const body = { account_id: accountId, value: secret }
  await cloudflare.post(ownUrl('/sign-in'), { body }).catch(rethrow)
}

export async function signOut(): Promise<void> {
  await cloudflare.post(ownUrl('/sign-out'), { body: {} }).catch(rethrow)
}
