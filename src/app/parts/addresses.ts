export const toTokens = (accountId: string): string => `/accounts/${accountId}/tokens`

export const toNewToken = (accountId: string): string => `${toTokens(accountId)}/new`

/** Where a token is made of another one. */
export const toDuplicate = (accountId: string, tokenId: string): string => `${toNewToken(accountId)}?from=${tokenId}`

/** Where a token is made of one that was read from a file. */
export const toBrought = (accountId: string, broughtId: string): string =>
  `${toNewToken(accountId)}?brought=${broughtId}`

export const toToken = (accountId: string, tokenId: string): string => `${toTokens(accountId)}/${tokenId}`

export const toEdit = (accountId: string, tokenId: string): string => `${toToken(accountId, tokenId)}/edit`

export const toPermissions = (accountId: string): string => `/accounts/${accountId}/permissions`

/** Where a secret is verified, in the account somebody looks at. */
export const toVerify = (accountId: string | null): string => (accountId ? `/verify?account=${accountId}` : '/verify')

/** Where somebody signs in, or brings another account. */
export const toSignIn = '/sign-in'

/** The same, and then on to `next`, an address of the app. */
export const toSignInFor = (next: string): string => `${toSignIn}?${new URLSearchParams({ next }).toString()}`

/** The list of the account somebody looked at last. */
export const toHome = '/'
