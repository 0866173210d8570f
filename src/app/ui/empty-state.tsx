import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'
import { Icon } from './icon.tsx'
import { PageHeading } from './page-heading.tsx'
import { PageTitle } from './page-title.tsx'

type EmptyStateProps = {
  icon: LucideIcon
  title: string
  children?: ReactNode
  actions?: ReactNode
  headingLevel?: 1 | 2
}

/** Replaces content: what is (not) here, why, and the next step. */
export function EmptyState({ icon, title, children, actions, headingLevel = 2 }: EmptyStateProps) {
  const Heading = headingLevel === 1 ? PageHeading : 'h2'
  return (
    <div className={styles.empty}>
      {/* Replaces a whole page. */}
      {headingLevel === 1 && <PageTitle>{title}</PageTitle>}
      <span aria-hidden className={styles.icon}>
        <Icon of={icon} />
      </span>
      <Heading className={styles.title}>{title}</Heading>
      <div className={styles.text}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
