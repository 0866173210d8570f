import { Lock } from 'lucide-react'
import type { ComponentProps } from 'react'
import { ThemeToggle } from '#app/ui/theme-toggle.tsx'
import { AccountSwitcher } from './account-switcher.tsx'
import { Commands } from './commands.tsx'
import { CredentialStatus } from './credential-status.tsx'
import { ModeChip } from './mode-chip.tsx'
import { RateStatus } from './rate-status.tsx'
import styles from './shell.module.css'
import { HeaderChip } from './header-chip.tsx'
import { useAccount } from './use-account.ts'

type HeaderBarProps = {
  /** `null` before a user is signed in: then there is nothing to choose and no command to give. */
  commands: ComponentProps<typeof Commands> | null
}

/** The account, the mode, the way to everything, and the state of the app's own credential. */
export function HeaderBar({ commands }: HeaderBarProps) {
  const { session } = useAccount()
  return (
    <div className={styles.bar}>
      {commands && <AccountSwitcher />}
      {commands && session && <ModeChip mode={session.mode} />}
      {commands && session?.isReadOnly && (
        <HeaderChip tone="neutral" icon={Lock} title="This server refuses every change (READ_ONLY)" words="Read-only" />
      )}
      {commands && <RateStatus />}
      <span className={styles.spacer} />
      {commands && <Commands {...commands} />}
      <ThemeToggle />
      {commands && <CredentialStatus />}
    </div>
  )
}
