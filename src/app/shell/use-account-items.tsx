import { Building2 } from 'lucide-react'
import { recentAccountIds } from '#app/parts/last-account.ts'
import { trimHidden } from '#domain/text/list-words.ts'
import { accountLabel } from './account-label.ts'
import { findAccounts } from './find-accounts.ts'
import { matching } from './palette-matching.ts'
import { useAccount } from './use-account.ts'
import { useListedAccounts } from './use-listed-accounts.ts'
import { useOpenAccount } from './use-open-account.ts'
import type { CommandItem } from '#app/ui/command-menu.tsx'
import { Icon } from '#app/ui/icon.tsx'

const MOST = 5

/** The other accounts by name or ID, or by "switch account", once something is typed. */
export function useAccountItems(words: string): CommandItem[] {
  const { accountId } = useAccount()
  const listed = useListedAccounts()
  const openAccount = useOpenAccount()
  if (words.trim() === '') return []
  const { accounts } = findAccounts(listed, recentAccountIds(), '')
  const { typedId } = findAccounts(listed, recentAccountIds(), words)
  const items = [...accounts, ...(typedId ? [{ id: typedId }] : [])]
    .filter(({ id }) => id !== accountId)
    .map((account) => ({
      label: `Switch to ${accountLabel(account)}`,
      also: `accounts ${account.id}`,
      icon: <Icon of={Building2} />,
      onSelect: () => openAccount(account.id),
    }))
  return matching(items, trimHidden(words)).slice(0, MOST)
}
