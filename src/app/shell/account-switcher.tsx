import { ChevronsUpDown } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import { Icon } from '#app/ui/icon.tsx'
import { lazyComponent, preload } from '#app/ui/lazy-component.ts'
import { accountLabel } from './account-label.ts'
import styles from './account.module.css'
import { useAccount } from './use-account.ts'

const AccountList = lazyComponent(() => import('./account-list.tsx'), 'AccountList')

/** The account everything on the page belongs to, and the way to another. */
export function AccountSwitcher() {
  const { chosenId, session } = useAccount()
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const account = session?.accounts.find(({ id }) => id === chosenId) ?? (chosenId ? { id: chosenId } : null)
  const label = account ? accountLabel(account) : 'Choose an account'
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.switcher}
        aria-label={account ? `Account: ${label}` : label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={() => preload(AccountList)}
        onFocus={() => preload(AccountList)}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span aria-hidden className={styles.initial} data-initial={label.slice(0, 1).toUpperCase()} />
        <span className={styles.name}>{label}</span>
        <Icon of={ChevronsUpDown} />
      </button>
      {isOpen && (
        <Suspense>
          <AccountList anchor={button} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
