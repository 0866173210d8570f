/** IDs, latest first, separated by commas. */
const KEY = 'token-desk.account'
const MOST = 6

/** The IDs of the accounts this browser looked at, latest first. */
export function recentAccountIds(): string[] {
  try {
    return (localStorage.getItem(KEY) ?? '').split(',').filter((id) => id !== '')
  } catch {
    // Storage can be switched off; then every visit starts at the first account.
    return []
  }
}

/** The account this browser looked at last, for the bare address. */
export const lastAccountId = (): string | null => recentAccountIds()[0] ?? null

export function rememberAccountId(accountId: string): void {
  const others = recentAccountIds().filter((id) => id !== accountId)
  try {
    localStorage.setItem(KEY, [accountId, ...others].slice(0, MOST).join(','))
  } catch {
    // Nothing is lost but a convenience.
  }
}
