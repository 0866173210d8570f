export const isAccountId = (text: string) => /^[0-9a-f]{32}$/i.test(text)

/** Whether a call may use an account. An empty list allows all. The list is in lower case. */
export const mayTouch = (accountIds: readonly string[], accountId: string) =>
  accountIds.length === 0 || accountIds.includes(accountId.toLowerCase())

export const NOT_CONFIGURED = 'This server is set up for other accounts: CLOUDFLARE_ACCOUNT_ID does not name this one.'
