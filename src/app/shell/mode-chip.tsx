import { FlaskConical, Radio } from 'lucide-react'
import { Chip } from '#app/ui/chip.tsx'
import styles from './shell.module.css'

type ModeChipProps = { mode: 'sandbox' | 'live' }

/** Says whether a click here changes a real account. */
export function ModeChip({ mode }: ModeChipProps) {
  return mode === 'sandbox' ? (
    <Chip tone="caution" icon={FlaskConical} title="A simulated account on this machine; nothing here is real">
      <span className={styles.mode}>Sandbox</span>
    </Chip>
  ) : (
    <Chip tone="info" icon={Radio} title="Changes take effect in the real account at once">
      <span className={styles.mode}>Live</span>
    </Chip>
  )
}
