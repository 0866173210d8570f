import * as v from 'valibot'
import { readAnswer } from './answer.ts'
import type { Sdk } from './client.ts'
import { ownUrl } from './fetch.ts'

const problem = v.nullable(
  v.object({ status: v.nullable(v.number()), code: v.nullable(v.number()), message: v.string() }),
)

const session = v.object({
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
})

type Account = { id: string; name: string | null }

/** The failure of a request that the server made on its own behalf. */
type SessionProblem = { status: number | null; code: number | null; message: string }

/** Mode, accounts and credential of the server. The credential itself never leaves it; this is what `verify` says of it. */
export type Session = {
  mode: 'sandbox' | 'live'
  /** Whether each user signs in with a token of their own, or all share the server's. */
  hasSignIn: boolean
  /** The server refuses every write. */
  isReadOnly: boolean
  accounts: Account[]
  accountsProblem: SessionProblem | null
  credential: {
    accountId: string
    id: string
    status: string
    expiresOn: string | null
    notBefore: string | null
  } | null
  credentialProblem: SessionProblem | null
}

/** With an account id the credential is verified against that account, else against the first one. */
export async function getSession(accountId: string | null, signal?: AbortSignal): Promise<Session> {
  const query = accountId ? { account_id: accountId } : {}
  const send = (sdk: Sdk) => sdk.get(ownUrl('/session'), { query, signal })
  const early = { path: '/session', query, signal }
  return readAnswer(send, ({ result }) => toSession(v.parse(session, result)), early)
}

const toSession = (wire: v.InferOutput<typeof session>): Session => ({
  mode: wire.mode,
  hasSignIn: wire.auth === 'sign-in',
  isReadOnly: wire.read_only,
  accounts: wire.accounts,
  accountsProblem: wire.accounts_problem,
  credential: wire.credential && {
    accountId: wire.credential.account_id,
    id: wire.credential.id,
    status: wire.credential.status,
    expiresOn: wire.credential.expires_on,
    notBefore: wire.credential.not_before,
  },
  credentialProblem: wire.credential_problem,
})
