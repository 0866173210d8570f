import type { ComponentProps } from 'react'
import { AccountSwitcher } from './account-switcher.tsx'
import { Commands } from './commands.tsx'
import { CredentialStatus } from './credential-status.tsx'
import { ModeChips } from './mode-chips.tsx'
import { OfflineStatus } from './offline-status.tsx'
import { RateStatus } from './rate-status.tsx'
import { SessionMenu } from './session-menu.tsx'
import { useSessionElsewhere } from './use-session-elsewhere.ts'
import styles from './shell.module.css'

type HeaderBarProps = {
  /** `null` before a user is signed in: then there is nothing to choose and no command to give. */
  commands: ComponentProps<typeof Commands> | null
}

/** The account, the mode, what is not fine, the way to everything, and the menu of the session. */
export function HeaderBar({ commands }: HeaderBarProps) {
  useSessionElsewhere()
  if (!commands) return <OfflineStatus />
  return (
    <div className={styles.bar}>
      <AccountSwitcher />
      <ModeChips onConnect={() => commands.onOpen('connect')} />
      <RateStatus />
      <OfflineStatus />
      <CredentialStatus />
      <span className={styles.spacer} />
      <Commands {...commands} />
      <SessionMenu onShortcuts={() => commands.onOpen('shortcuts')} />
    </div>
  )
}
