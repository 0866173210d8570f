import { Command } from 'cmdk'
import { Check, CornerDownRight } from 'lucide-react'
import { useState, type RefObject } from 'react'
import { recentAccountIds } from '#app/parts/last-account.ts'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Popover } from '#app/ui/popover.tsx'
import { accountLabel } from './account-label.ts'
import styles from './account.module.css'
import { findAccounts } from './find-accounts.ts'
import { useAccount } from './use-account.ts'
import { useListedAccounts } from './use-listed-accounts.ts'
import { useOpenAccount } from './use-open-account.ts'

type AccountListProps = { anchor: RefObject<HTMLElement | null>; onClose: () => void }

/**
 * The accounts the credential can list, those visited before, and any other by its ID: account tokens could not list
 * accounts for years, and some still cannot.
 */
export function AccountList({ anchor, onClose }: AccountListProps) {
  const { chosenId } = useAccount()
  const listed = useListedAccounts()
  const openAccount = useOpenAccount()
  const [words, setWords] = useState('')
  const found = findAccounts(listed, [...(chosenId ? [chosenId] : []), ...recentAccountIds()], words)

  const open = (id: string) => {
    onClose()
    openAccount(id)
  }
  return (
    <Popover anchor={anchor} label="Switch account" onClose={onClose}>
      <Command label="Accounts" shouldFilter={false} loop className={styles.list}>
        <Command.Input
          className={styles.input}
          value={words}
          onValueChange={setWords}
          placeholder="Name or account ID"
        />
        <Command.List className={styles.items}>
          {found.accounts.map((account) => (
            <Command.Item key={account.id} value={account.id} className={styles.item} onSelect={() => open(account.id)}>
              <span className={styles.words}>
                <span className={styles.name}>{accountLabel(account)}</span>
                <code>{account.id}</code>
              </span>
              {account.id === chosenId && (
                <>
                  <Icon of={Check} />
                  <span className="visually-hidden">Current account</span>
                </>
              )}
            </Command.Item>
          ))}
          {found.typedId && (
            <Command.Item value="typed" className={styles.item} onSelect={() => open(found.typedId ?? '')}>
              <Icon of={CornerDownRight} />
              <span className={styles.words}>
                <span className={styles.name}>Open this account</span>
                <code>{found.typedId}</code>
              </span>
            </Command.Item>
          )}
        </Command.List>
      </Command>
      <p role="status" className={`quiet ${styles.hint}`}>
        {found.accounts.length === 0 && !found.typedId
          ? 'No account found. An account ID has 32 characters, 0–9 and a–f.'
          : 'To open another account, enter its ID. You find it in your dashboard URL.'}
      </p>
      {chosenId && (
        <div className={styles.foot}>
          <CopyButton value={chosenId} label="Copy account ID" tone="quiet" size="small" />
        </div>
      )}
    </Popover>
  )
}
