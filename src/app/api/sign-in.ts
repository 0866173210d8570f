import { loadSdk } from './sdk.ts'

/** Brings a token for an account; our server seals it into a cookie that no script can read. */
export async function signIn(accountId: string, secret: string): Promise<void> {
  const { cloudflare, ownUrl, rethrow } = await loadSdk()
  const body = { account_id: accountId, value: secret }
  await cloudflare.post(ownUrl('/sign-in'), { body }).catch(rethrow)
}

/** Ends this session, or every session that holds one of its tokens, in whatever browser. */
export async function signOut(everywhere: boolean): Promise<void> {
  const { cloudflare, ownUrl, rethrow } = await loadSdk()
  await cloudflare.post(ownUrl('/sign-out'), { body: everywhere ? { everywhere } : {} }).catch(rethrow)
}
