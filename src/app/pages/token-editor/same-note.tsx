import { CopyX } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import styles from './policy-card.module.css'

type SameNoteProps = { index: number; twin: number; onRemove: () => void }

/** Of two identical policies one does nothing. */
export function SameNote({ index, twin, onRemove }: SameNoteProps) {
  return (
    <div className={styles.same} data-tone="caution">
      <Icon of={CopyX} />
      <p>Same as policy {twin + 1}</p>
      <Button size="small" aria-label={`Remove policy ${index + 1}`} onClick={onRemove}>
        Remove
      </Button>
    </div>
  )
}
