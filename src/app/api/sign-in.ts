import { loadSdk } from './sdk.ts'

/** Brings a token for an account; our server seals it into a cookie that no script can read. */
export async function signIn(accountId: string, secret: string): Promise<void> {
  const { cloudflare, ownUrl, rethrow } = await loadSdk()
  const body = { account_id: accountId, value: secret }
  await cloudflare.post(ownUrl('/sign-in'), { body }).catch(rethrow)
}

export async function signOut(): Promise<void> {
  const { cloudflare, ownUrl, rethrow } = await loadSdk()
  await cloudflare.post(ownUrl('/sign-out'), { body: {} }).catch(rethrow)
}
