/** Addresses of pages as the router writes them, for links that do not ask it until they are used. */

export const tokensHref = (accountId: string) => `/accounts/${accountId}/tokens`

export const newTokenHref = (accountId: string) => `${tokensHref(accountId)}/new`

/** Where a token is made of another one. */
export const duplicateHref = (accountId: string, tokenId: string) => `${newTokenHref(accountId)}?from=${tokenId}`

export const tokenHref = (accountId: string, tokenId: string) => `${tokensHref(accountId)}/${tokenId}`

export const editHref = (accountId: string, tokenId: string) => `${tokenHref(accountId, tokenId)}/edit`

export const permissionsHref = (accountId: string) => `/accounts/${accountId}/permissions`

/** Where a secret is verified, in the account somebody looks at. */
export const verifyHref = (accountId: string | null) => (accountId ? `/verify?account=${accountId}` : '/verify')
