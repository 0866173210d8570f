import * as v from 'valibot'
import { readAnswer } from './answer.ts'
import { ownUrl } from './fetch.ts'

/**
 * Brings a token for an account; our server seals it into a cookie that no script can read. Returns the IDs of all
 * tokens that are signed in with now.
 */
export async function signIn(accountId: string, secret: string): Promise<string[]> {
  const body = { account_id: accountId, value: secret }
  return readAnswer(
    (sdk) => sdk.post(ownUrl('/sign-in'), { body }),
    ({ result }) => v.parse(signedIn, result).token_ids,
  )
}

const signedIn = v.object({ token_ids: v.array(v.string()) })

/** Ends this session, or every session that holds one of its tokens, in every browser. */
export async function signOut(everywhere: boolean): Promise<void> {
  await readAnswer(
    (sdk) => sdk.post(ownUrl('/sign-out'), { body: everywhere ? { everywhere } : {} }),
    () => null,
  )
}
