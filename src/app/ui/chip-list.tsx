import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { passFocus } from './pass-focus.ts'
import styles from './chip-list.module.css'

export type ChipItem = {
  value: string
  label: ReactNode
  /** The label as a text, for assistive technology. */
  name: string
  /** A tooltip, such as the ID. */
  title?: string | undefined
  tone?: 'caution' | 'critical' | undefined
}

type ChipListProps = { label: string; items: ChipItem[]; onRemove: (value: string) => void }

/** What was chosen, each removable. The focus passes to the next, or to the field around the list. */
export function ChipList({ label, items, onRemove }: ChipListProps) {
  if (items.length === 0) return null
  return (
    <ul className={styles.list} aria-label={label}>
      {items.map(({ value, label, name, title, tone }) => (
        <li key={value} data-tone={tone} title={title}>
          <span>{label}</span>
          <button
            type="button"
            aria-label={`Remove ${name}`}
            onClick={({ currentTarget }) => {
              passFocus(currentTarget, {
                within: '[data-chip-field]',
                kin: `.${styles.list} button`,
                otherwise: 'input',
              })
              onRemove(value)
            }}
          >
            <Icon of={X} />
          </button>
        </li>
      ))}
    </ul>
  )
}
