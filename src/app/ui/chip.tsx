import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './chip.module.css'

type ChipProps = {
  tone: 'neutral' | 'positive' | 'caution' | 'critical' | 'info'
  icon?: LucideIcon
  shape?: 'pill' | 'level'
  title?: string
  children: ReactNode
}

/** A word with a colour. The meaning is in the word alone. */
export function Chip({ tone, icon, shape = 'pill', title, children }: ChipProps) {
  return (
    <span className={styles.chip} data-tone={tone} data-shape={shape} title={title}>
      {icon && <Icon of={icon} />}
      {children}
    </span>
  )
}
