import { X } from 'lucide-react'
import { Icon } from '#app/ui/icon.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import styles from './toolbar.module.css'

type FilterChipProps = { name: string; rest: string; onOpen: () => void; onRemove: () => void }

/** A filter in use: its words open it again, the cross removes it. */
export function FilterChip({ name, rest, onOpen, onRemove }: FilterChipProps) {
  return (
    <span className={styles.chip}>
      <button type="button" aria-haspopup="dialog" title={`${name} ${rest}`} onClick={onOpen}>
        <span>{name}</span> {rest}
      </button>
      <button
        type="button"
        aria-label={`Remove filter ${name} ${rest}`}
        onClick={({ currentTarget }) => {
          passFocus(currentTarget, HEIRS)
          onRemove()
        }}
      >
        <Icon of={X} />
      </button>
    </span>
  )
}

/** The focus moves to the next filter, or to the button that adds one. */
const HEIRS = {
  within: `.${styles.filters}`,
  kin: `.${styles.chip} > :last-child`,
  otherwise: `.${styles.add}`,
}
