import type { Context } from 'hono'
import * as v from 'valibot'
import type { Config } from '#server/settings/config.ts'
import { isAccountId, mayTouch } from './account-ids.ts'
import { type AppEnv, credentialsOf } from './app-env.ts'
import type { ApiAccess } from './credentials.ts'
import { failure, success } from './envelope.ts'
import { type Account, listAccounts } from './list-accounts.ts'
import { type Problem, toProblem, unknownForm } from './problem.ts'
import { requestQuery } from './request-query.ts'
import type { Upstream } from './upstream.ts'

type Credential = {
  account_id: string
  id: string
  status: string
  expires_on: string | null
  not_before: string | null
}

type SessionOptions = { mode: Config['mode']; upstream: Upstream; isReadOnly: boolean }

type Checked = { credential: Credential | null; problem: Problem | null }

/**
 * `GET /api/session`: the mode, the accounts and the state of our own credential, never the credential.
 *
 * A refusal by the API is a field of the answer: without a list of accounts, the app still works on one.
 */
export function sessionHandler({ mode, upstream, isReadOnly }: SessionOptions) {
  return async (c: Context<AppEnv>): Promise<Response> => {
    const credentials = credentialsOf(c)
    const { accountIds, refusalFor } = credentials
    const own = { upstream, credentials }
    c.set('template', '/api/session')
    const query = requestQuery(c, ['account_id'])
    if (query instanceof Response) return query
    const asked = query.get('account_id')
    if (asked !== null && !isAccountId(asked)) return failure(400, 'account_id must be an account ID: 32 hex digits.')
    if (asked !== null && !mayTouch(accountIds, asked)) return refusalFor(asked)

    const { signal } = c.req.raw
    const listing = listAccounts(own, signal)
    // A known account does not wait for the list.
    const known = asked ?? accountIds[0] ?? null
    const [{ accounts, problem }, checkedKnown] = await Promise.all([
      listing,
      known === null ? null : checkCredential(own, known, signal),
    ])
    const first = accounts[0]?.id
    const checked = checkedKnown ?? (first === undefined ? NOTHING_TO_CHECK : await checkCredential(own, first, signal))

    return success({
      mode: mode === 'sandbox' ? mode : 'live',
      auth: mode === 'sign-in' ? mode : null,
      read_only: isReadOnly,
      accounts: accountIds.length > 0 ? named(accountIds, accounts) : accounts,
      // With configured accounts, the list only adds their names.
      accounts_problem: accountIds.length > 0 ? null : problem,
      credential: checked.credential,
      credential_problem: checked.problem,
    })
  }
}

const NOTHING_TO_CHECK: Checked = { credential: null, problem: null }

function named(ids: readonly string[], listed: Account[]): Account[] {
  return ids.map((id) => ({ id, name: listed.find((account) => account.id === id)?.name ?? null }))
}

const optionalTime = v.fallback(v.nullable(v.string()), null)

const verification = v.object({
  result: v.object({
    id: v.string(),
    status: v.string(),
    expires_on: v.optional(optionalTime, null),
    not_before: v.optional(optionalTime, null),
  }),
})

async function checkCredential(
  { upstream, credentials }: ApiAccess,
  accountId: string,
  signal: AbortSignal,
): Promise<Checked> {
  const path = `/accounts/${accountId}/tokens/verify`
  const bearer = credentials.tokenFor(accountId)
  if (bearer === null) return NOTHING_TO_CHECK
  const answer = await upstream({ method: 'GET', path, bearer, signal })
  if (!answer.ok) return { credential: null, problem: await toProblem(answer) }
  const parsed = v.safeParse(verification, await answer.json())
  if (!parsed.success) return { credential: null, problem: unknownForm(answer, 'verification') }
  return { credential: { account_id: accountId, ...parsed.output.result }, problem: null }
}
