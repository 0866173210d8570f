import { paths } from '#app/parts/paths.ts'
import { writeSearch } from '#app/parts/search-text.ts'

/** Filters of the list of tokens, as its address has them: several values of one are separated by commas. */
type ListFilter = {
  status?: string
  level?: string
  used?: string
  group?: string
  expiry?: string
  finding?: string
  changed?: string
  sort?: string
}

/** The list of exactly the tokens that a figure counts, expired ones included. */
export const listLink = (accountId: string, filter: ListFilter = {}): string =>
  paths.tokens(accountId) + writeSearch({ include_expired: true, ...filter })

/** The statuses of tokens that work. Tokens of a status that is not known may, where there are any. */
export const liveStatus = (unknown: number): string => (unknown > 0 ? 'active,expiring,unknown' : 'active,expiring')

/** Those, and tokens that will work. */
export const LASTING = 'active,expiring,scheduled,unknown'
