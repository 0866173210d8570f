import { FlaskConical, Lock } from 'lucide-react'
import { HeaderChip } from './header-chip.tsx'
import styles from './shell.module.css'
import { useAccount } from './use-account.ts'

/** Said only where it is not a live account that can be changed. */
export function ModeChips({ onConnect }: { onConnect: () => void }) {
  const { session } = useAccount()
  return (
    <>
      {session?.mode === 'sandbox' && (
        <button type="button" className={styles.mode} onClick={onConnect}>
          <HeaderChip tone="neutral" icon={FlaskConical} words="Sandbox" title="Simulated data, reset on restart" />
        </button>
      )}
      {session?.isReadOnly && (
        <HeaderChip
          tone="neutral"
          icon={Lock}
          words="Read-only"
          title="Changes are turned off on this server (READ_ONLY)"
        />
      )}
    </>
  )
}
