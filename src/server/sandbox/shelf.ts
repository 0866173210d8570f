import type { Account } from './types.ts'

const MAX_ACCOUNTS = 64
/** Limit over all accounts. One account can have 5,000 tokens with many policies each. */
const MAX_POLICIES = 200_000
/** Limit over all that callers stored, in characters of JSON. */
const MAX_SIZE = 64_000_000

/** The accounts, by last use. Above a limit, those used least recently are dropped. */
export type Shelf = {
  /** Returns the account if it exists, and marks it as used. */
  use: (accountId: string) => Account | null
  /** Returns the account if it exists, without marking it as used. */
  peek: (accountId: string) => Account | null
  put: (account: Account) => void
  all: () => Iterable<Account>
  /** Keeps an account until the work is done. */
  during: <T>(accountId: string, work: () => Promise<T>) => Promise<T>
}

export function createShelf(): Shelf {
  const accounts = new Map<string, Account>()
  const busy = new Map<string, number>()

  const isOver = () => {
    const all = [...accounts.values()]
    return all.length > MAX_ACCOUNTS || sum(all, policiesOf) > MAX_POLICIES || sum(all, sizeOf) > MAX_SIZE
  }
  const trim = (kept: string) => {
    for (const id of accounts.keys()) {
      if (!isOver()) return
      if (id !== kept && !busy.has(id)) accounts.delete(id)
    }
  }
  const put = (account: Account) => {
    accounts.delete(account.id)
    accounts.set(account.id, account)
    trim(account.id)
  }
  return {
    use: (accountId) => {
      const account = accounts.get(accountId) ?? null
      if (!account) return null
      // A map iterates in insertion order.
      accounts.delete(accountId)
      accounts.set(accountId, account)
      return account
    },
    peek: (accountId) => accounts.get(accountId) ?? null,
    put,
    all: () => accounts.values(),
    during: async (accountId, work) => {
      busy.set(accountId, (busy.get(accountId) ?? 0) + 1)
      try {
        return await work()
      } finally {
        const left = (busy.get(accountId) ?? 1) - 1
        if (left > 0) busy.set(accountId, left)
        else busy.delete(accountId)
        trim(accountId)
      }
    },
  }
}

/** As the scenario asked for; a token of the default seed has about two. */
function policiesOf({ tokens, scenario: { policiesPerToken } }: Account): number {
  return tokens.size * (Array.isArray(policiesPerToken) ? policiesPerToken[1] : (policiesPerToken ?? 2))
}

const sizeOf = ({ room }: Account) => room.size()

const sum = (accounts: readonly Account[], amountOf: (account: Account) => number) =>
  accounts.reduce((total, account) => total + amountOf(account), 0)
