import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { getSession, type Session } from '#app/api/session.ts'
import { mayWork } from '#domain/token/status.ts'

/** The mode, the accounts and the state of the app's own credential in one account (the first, when `null`). */
export const sessionQuery = (accountId: string | null) =>
  queryOptions({
    queryKey: ['session', accountId],
    queryFn: ({ signal }) => getSession(accountId, signal),
    staleTime: 60_000,
    // Mounting a component does not repeat a request that has failed before.
    retryOnMount: false,
    // What lacks it says so at its place.
    throwOnError: false,
  })

/** Whether an accepted credential, which may have ended since, was seen here for an account, or for any. */
export const hadCredential = (queryClient: QueryClient, accountId: string | undefined): boolean =>
  queryClient
    .getQueriesData<Session>({ queryKey: ['session'] })
    .some(([, session]) => session?.credential && [session.credential.accountId, undefined].includes(accountId))

/** The credential is accepted in the account, or lists it. A mistyped ID is neither. */
export const hasAccount = (session: Session | undefined, accountId: string): boolean =>
  session !== undefined && (session.credential !== null || session.accounts.some(({ id }) => id === accountId))

/** Whether Cloudflare has refused the credential, as told by the status of the answer; another failure says nothing of it. */
export const isRefusal = (status: number | null | undefined): boolean => (status ?? 500) < 500 && status !== 429

/**
 * Whether every call in the account is refused: the API calls the credential disabled, expired or revoked, or refuses to
 * verify it. A token of a user can't be verified as one of an account, but the API may list the account for it, with a
 * name.
 */
export const isRefusedIn = ({ credential, credentialProblem, accounts }: Session, accountId: string | null): boolean =>
  credential
    ? credential.status === 'expired' || !mayWork(credential.status)
    : isRefusal(credentialProblem?.status) && !accounts.some(({ id, name }) => id === accountId && name !== null)
