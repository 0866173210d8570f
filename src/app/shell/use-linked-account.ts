import { lastAccountId } from '#app/parts/last-account.ts'
import { hasAccount } from '#app/queries/session.ts'
import { useAccount } from './use-account.ts'

/** The account that links lead to: the page's, unless it is refused, as a mistyped ID is; then the last that answered. */
export function useLinkedAccount(): string | null {
  const { accountId, session, failure } = useAccount()
  const { status = null } = (session ? session.credentialProblem : failure) ?? {}
  const isRefused = status !== null && status < 500 && status !== 429
  if (accountId === null || !isRefused || hasAccount(session, accountId)) return accountId
  return lastAccountId() ?? session?.accounts[0]?.id ?? null
}
