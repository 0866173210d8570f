import { writeSearch } from '#app/routing/search-text.ts'

const toAccount = (accountId: string) => `/accounts/${encodeURIComponent(accountId)}`

export const toTokens = (accountId: string): string => `${toAccount(accountId)}/tokens`

export const toNewToken = (accountId: string): string => `${toTokens(accountId)}/new`

/** Where a token is made from a template. */
export const toTemplate = (accountId: string, templateId: string): string =>
  `${toNewToken(accountId)}${writeSearch({ template: templateId })}`

/** Where a token is made that begins with a permission group. */
export const toNewTokenWith = (accountId: string, groupId: string): string =>
  `${toNewToken(accountId)}${writeSearch({ group: groupId })}`

/** Where a token is made of another one. */
export const toDuplicate = (accountId: string, tokenId: string): string =>
  `${toNewToken(accountId)}${writeSearch({ from: tokenId })}`

/** Where a token is made of one that was read from a file. */
export const toBrought = (accountId: string, broughtId: string): string =>
  `${toNewToken(accountId)}${writeSearch({ brought: broughtId })}`

export const toToken = (accountId: string, tokenId: string): string =>
  `${toTokens(accountId)}/${encodeURIComponent(tokenId)}`

export const toEdit = (accountId: string, tokenId: string): string => `${toToken(accountId, tokenId)}/edit`

/** The catalogue, narrowed to what a search finds in a scope. */
export const toPermissions = (accountId: string, search: { name?: string; scope?: string | undefined } = {}): string =>
  `${toAccount(accountId)}/permissions${writeSearch(search)}`

/** Where a secret is verified, in the account somebody looks at. */
export const toVerify = (accountId: string | null): string =>
  `/verify${writeSearch({ account: accountId ?? undefined })}`

/** Where somebody signs in, or brings another account. */
export const toSignIn = '/sign-in'

/** The same, and then on to `next`, an address of the app. */
export const toSignInFor = (next: string): string => `${toSignIn}${writeSearch({ next })}`

/** The same, after a sign-out from every browser. */
export const toSignedOutEverywhere = `${toSignIn}${writeSearch({ signed_out: 'everywhere' })}`

/** The list of the account somebody looked at last. */
export const toHome = '/'
