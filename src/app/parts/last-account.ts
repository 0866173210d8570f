const KEY = 'token-desk.account'

/** The account this browser looked at last, for the bare address. */
export function lastAccountId(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    // Storage can be switched off; then every visit starts at the first account.
    return null
  }
}

export function rememberAccountId(accountId: string): void {
  try {
    localStorage.setItem(KEY, accountId)
  } catch {
    // Nothing is lost but a convenience.
  }
}
