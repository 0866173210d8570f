import { readStored, store } from '#app/ui/storage.ts'
import { paths } from './paths.ts'

/** IDs, latest first, separated by commas. */
const KEY = 'token-desk.account'
const MOST = 6

/** The IDs of the accounts this browser looked at, latest first. */
export const recentAccountIds = (): string[] =>
  (readStored('localStorage', KEY) ?? '').split(',').filter((id) => id !== '')

/** The account this browser looked at last, for the bare address. Without it a visit starts at the first account. */
export const lastAccountId = (): string | null => recentAccountIds()[0] ?? null

/** The page that was seen last of the two that a visit starts with. */
const START_KEY = 'token-desk.start'

/** The page that a visit to an account starts with: its overview or its tokens, as in the last visit to any account. */
export const startOf = (accountId: string): string =>
  readStored('localStorage', START_KEY) === 'tokens' ? paths.tokens(accountId) : paths.overview(accountId)

export function rememberVisit(accountId: string, pathname: string): void {
  const others = recentAccountIds().filter((id) => id !== accountId)
  store('localStorage', KEY, [accountId, ...others].slice(0, MOST).join(','))
  if (pathname === paths.tokens(accountId)) store('localStorage', START_KEY, 'tokens')
  if (pathname === paths.overview(accountId)) store('localStorage', START_KEY, null)
}
