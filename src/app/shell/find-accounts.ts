import { ACCOUNT_ID } from '#app/parts/account-id.ts'
import { fold } from '#domain/text/fold.ts'
import { trimHidden } from '#domain/text/list-words.ts'

export type ListedAccount = { id: string; name?: string | null }

/**
 * The accounts whose name or ID has the words: those visited before first, in the order of `recent` (IDs, latest
 * first), then the others as they are listed. `typedId` is an account ID that was typed in full and is not among them.
 */
export function findAccounts(
  listed: readonly ListedAccount[],
  recent: readonly string[],
  words: string,
): { accounts: ListedAccount[]; typedId: string | null } {
  const names = new Map(listed.map((account) => [account.id, account]))
  const ids = new Set([...recent, ...names.keys()])
  const wanted = fold(trimHidden(words))
  const accounts = [...ids]
    .map((id) => names.get(id) ?? { id })
    .filter(({ id, name }) => fold(name ?? '').includes(wanted) || id.includes(wanted))
  const typed = trimHidden(words).toLowerCase()
  return { accounts, typedId: ACCOUNT_ID.test(typed) && !ids.has(typed) ? typed : null }
}
