import type { NavigateOptions } from '@tanstack/react-router'

/** A page: its address as the router writes it, for a link to show, and what the router is told when it is followed. */
export type Destination = { href: string; to: NavigateOptions }

const tokensHref = (accountId: string) => `/accounts/${accountId}/tokens`

export const toTokens = (accountId: string): Destination => ({
  href: tokensHref(accountId),
  to: { to: '/accounts/$accountId/tokens', params: { accountId } },
})

export const toNewToken = (accountId: string): Destination => ({
  href: `${tokensHref(accountId)}/new`,
  to: { to: '/accounts/$accountId/tokens/new', params: { accountId } },
})

/** Where a token is made of another one. */
export const toDuplicate = (accountId: string, tokenId: string): Destination => ({
  href: `${tokensHref(accountId)}/new?from=${tokenId}`,
  to: { to: '/accounts/$accountId/tokens/new', params: { accountId }, search: { from: tokenId } },
})

export const toToken = (accountId: string, tokenId: string): Destination => ({
  href: `${tokensHref(accountId)}/${tokenId}`,
  to: { to: '/accounts/$accountId/tokens/$tokenId', params: { accountId, tokenId } },
})

export const toEdit = (accountId: string, tokenId: string): Destination => ({
  href: `${tokensHref(accountId)}/${tokenId}/edit`,
  to: { to: '/accounts/$accountId/tokens/$tokenId/edit', params: { accountId, tokenId } },
})

export const toPermissions = (accountId: string): Destination => ({
  href: `/accounts/${accountId}/permissions`,
  to: { to: '/accounts/$accountId/permissions', params: { accountId } },
})

/** Where a secret is verified, in the account somebody looks at. */
export const toVerify = (accountId: string | null): Destination => ({
  href: accountId ? `/verify?account=${accountId}` : '/verify',
  to: { to: '/verify', search: accountId ? { account: accountId } : {} },
})

export const toHome: Destination = { href: '/', to: { to: '/' } }
