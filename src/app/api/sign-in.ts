import { readAnswer } from './answer.ts'
import { ownUrl } from './fetch.ts'

/** Brings a token for an account; our server seals it into a cookie that no script can read. */
export async function signIn(accountId: string, secret: string): Promise<void> {
  const body = { account_id: accountId, value: secret }
  await readAnswer((sdk) => sdk.post(ownUrl('/sign-in'), { body }), ignore)
}

/** Ends this session, or every session that holds one of its tokens, in every browser. */
export async function signOut(everywhere: boolean): Promise<void> {
  await readAnswer((sdk) => sdk.post(ownUrl('/sign-out'), { body: everywhere ? { everywhere } : {} }), ignore)
}

/** Only the status says something. */
function ignore() {}
