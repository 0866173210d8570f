import { lastAccountId } from '#app/parts/last-account.ts'
import { hasAccount, isRefusal } from '#app/queries/session.ts'
import { useAccount } from './use-account.ts'

/** The account that links lead to: the page's, unless it is refused, as a mistyped ID is; then the last that answered. */
export function useLinkedAccount(): string | null {
  const { accountId, session, failure } = useAccount()
  const { status } = (session ? session.credentialProblem : failure) ?? {}
  if (accountId === null || !isRefusal(status) || hasAccount(session, accountId)) return accountId
  return lastAccountId() ?? session?.accounts[0]?.id ?? null
}
