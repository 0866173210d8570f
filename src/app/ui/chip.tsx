import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './chip.module.css'

type ChipProps = {
  tone: 'neutral' | 'positive' | 'caution' | 'critical' | 'info'
  icon?: LucideIcon
  title?: string
  children: ReactNode
}

/** A word with a colour. The meaning is in the word alone. */
export function Chip({ tone, icon, title, children }: ChipProps) {
  return (
    <span className={styles.chip} data-tone={tone} title={title}>
      {icon && <Icon of={icon} />}
      {children}
    </span>
  )
}

/** The state that most have: quiet, so that the exceptions are seen. */
export function QuietState({ children }: { children: string }) {
  return <span className={styles.dot}>{children}</span>
}
