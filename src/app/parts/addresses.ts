/** Addresses of pages as the router writes them, for links that do not ask it until they are used. */

export const tokensHref = (accountId: string) => `/accounts/${accountId}/tokens`

export const newTokenHref = (accountId: string) => `${tokensHref(accountId)}/new`

export const tokenHref = (accountId: string, tokenId: string) => `${tokensHref(accountId)}/${tokenId}`

/** Where a secret is verified, in the account somebody looks at. */
export const verifyHref = (accountId: string | null) => (accountId ? `/verify?account=${accountId}` : '/verify')
