import { writeSearch } from './search-text.ts'

const account = (accountId: string) => `/accounts/${encodeURIComponent(accountId)}`

type NewTokenStart = { template?: string; group?: string; from?: string; as?: 'replacement'; brought?: string }
type EditTokenStart = { fix?: 'draft'; policy?: number }
type FindingSearch = { rule?: string; token?: string; severity?: string }
type AccessQuestion = Partial<
  Record<'at' | 'can' | 'product' | 'group' | 'topic' | 'on' | 'from' | 'token' | 'a' | 'b', string | undefined>
>
type SignIn = { next?: string; signed_out?: 'everywhere' | 'ended' | undefined }

/** The addresses of the app's pages. */
export const paths = {
  /** Redirects to the account the user visited last. */
  home: '/',
  overview: account,
  tokens: (accountId: string): string => `${account(accountId)}/tokens`,
  /** `call` is a request to ask whether the token can make it. */
  token: (accountId: string, tokenId: string, search: { call?: string } = {}): string =>
    `${paths.tokens(accountId)}/${encodeURIComponent(tokenId)}${writeSearch(search)}`,
  /** Opens at a policy (from 1), or with a suggested change in review. */
  editToken: (accountId: string, tokenId: string, search: EditTokenStart = {}): string =>
    `${paths.token(accountId, tokenId)}/edit${writeSearch(search)}`,
  /** Starts from a template, a permission group, another token or an imported one. */
  newToken: (accountId: string, start: NewTokenStart = {}): string =>
    `${paths.tokens(accountId)}/new${writeSearch(start)}`,
  /** The catalogue, filtered by name and scope. */
  permissions: (accountId: string, search: { name?: string; scope?: string | undefined } = {}): string =>
    `${account(accountId)}/permissions${writeSearch(search)}`,
  /** What is wrong with the tokens, narrowed to a rule, a token or a severity. */
  findings: (accountId: string, search: FindingSearch = {}): string =>
    `${account(accountId)}/findings${writeSearch(search)}`,
  /** `when` is a period of the chart. */
  expiry: (accountId: string, search: { when?: string } = {}): string =>
    `${account(accountId)}/expiry${writeSearch(search)}`,
  /** A question about access; see `access-search.ts`. */
  access: (accountId: string, question: AccessQuestion = {}): string =>
    `${account(accountId)}/access${writeSearch(question)}`,
  /** Which permission a request needs; `call` is one to begin with: `GET /zones/…`. */
  which: (accountId: string | null, { call }: { call?: string } = {}): string =>
    `/which${writeSearch({ account: accountId ?? undefined, call })}`,
  verify: (accountId: string | null): string => `/verify${writeSearch({ account: accountId ?? undefined })}`,
  /** `next` is the address to continue with after the sign-in. */
  signIn: (search: SignIn = {}): string => `/sign-in${writeSearch(search)}`,
}
