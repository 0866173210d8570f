import { HeaderChip } from './header-chip.tsx'
import { FlaskConical, Lock } from 'lucide-react'
import { useAccount } from './use-account.ts'

/** Said only where it is not a live account that can be changed. */
export function ModeChips() {
  const { session } = useAccount()
  return (
    <>
      {session?.mode === 'sandbox' && (
        <HeaderChip
          tone="neutral"
          icon={FlaskConical}
          words="Sandbox"
          title="Simulated data on this machine, reset on restart. Nothing here is real."
        />
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
