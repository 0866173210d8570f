import * as v from 'valibot'
import { readAnswer } from './answer.ts'
import type { Sdk } from './client.ts'
import { ownUrl } from './fetch.ts'

/** The failure of a request that the server made on its own behalf. */
const problem = v.nullable(
  v.object({ status: v.nullable(v.number()), code: v.nullable(v.number()), message: v.string() }),
)

/** Mode, accounts and credential of the server. The credential itself never leaves it; this is what `verify` says of it. */
const session = v.pipe(
  v.object({
    mode: v.picklist(['sandbox', 'live']),
    auth: v.fallback(v.nullable(v.literal('sign-in')), null),
    read_only: v.fallback(v.boolean(), false),
    accounts: v.array(v.object({ id: v.string(), name: v.nullable(v.string()) })),
    accounts_problem: problem,
    credential: v.nullable(
      v.object({
        account_id: v.string(),
        id: v.string(),
        status: v.string(),
        expires_on: v.nullable(v.string()),
        not_before: v.nullable(v.string()),
      }),
    ),
    credential_problem: problem,
  }),
  v.transform(({ mode, auth, read_only, accounts, accounts_problem, credential, credential_problem }) => ({
    mode,
    /** Whether each user signs in with a token of their own, or all share the server's. */
    hasSignIn: auth === 'sign-in',
    /** The server refuses every write. */
    isReadOnly: read_only,
    accounts,
    accountsProblem: accounts_problem,
    credential: credential && {
      accountId: credential.account_id,
      id: credential.id,
      status: credential.status,
      expiresOn: credential.expires_on,
      notBefore: credential.not_before,
    },
    credentialProblem: credential_problem,
  })),
)

export type Session = v.InferOutput<typeof session>

/** With an account id the credential is verified against that account, else against the first one. */
export async function getSession(accountId: string | null, signal?: AbortSignal): Promise<Session> {
  const query = accountId ? { account_id: accountId } : {}
  const send = (sdk: Sdk) => sdk.get(ownUrl('/session'), { query, signal })
  const early = { path: '/session', query, signal }
  return readAnswer(send, ({ result }) => v.parse(session, result), early)
}
