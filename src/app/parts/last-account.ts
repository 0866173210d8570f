import { readStored, store } from '#app/ui/storage.ts'

/** IDs, latest first, separated by commas. */
const KEY = 'token-desk.account'
const MOST = 6

/** The IDs of the accounts this browser looked at, latest first. */
export const recentAccountIds = (): string[] =>
  (readStored('localStorage', KEY) ?? '').split(',').filter((id) => id !== '')

/** The account this browser looked at last, for the bare address. Without it a visit starts at the first account. */
export const lastAccountId = (): string | null => recentAccountIds()[0] ?? null

export function rememberAccountId(accountId: string): void {
  const others = recentAccountIds().filter((id) => id !== accountId)
  store('localStorage', KEY, [accountId, ...others].slice(0, MOST).join(','))
}
