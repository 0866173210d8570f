import { useNavigate } from '@tanstack/react-router'
import { Building2 } from 'lucide-react'
import { recentAccountIds, startOf } from '#app/parts/last-account.ts'
import { accountLabel } from './account-label.ts'
import { findAccounts } from './find-accounts.ts'
import { useAccount } from './use-account.ts'
import type { CommandItem } from '#app/ui/command-menu.tsx'
import { Icon } from '#app/ui/icon.tsx'

const MOST = 5

/** The other accounts by name or ID, once something is typed. */
export function useAccountItems(words: string): CommandItem[] {
  const { accountId, session } = useAccount()
  const navigate = useNavigate()
  if (words.trim() === '') return []
  const { accounts, typedId } = findAccounts(session?.accounts ?? [], recentAccountIds(), words)
  return [...accounts, ...(typedId ? [{ id: typedId }] : [])]
    .filter(({ id }) => id !== accountId)
    .slice(0, MOST)
    .map((account) => ({
      id: `account ${account.id}`,
      label: `Switch to ${accountLabel(account)}`,
      icon: <Icon of={Building2} />,
      onSelect: () => void navigate({ href: startOf(account.id) }),
    }))
}
