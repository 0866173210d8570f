import type { ReactNode } from 'react'
import styles from './page-header.module.css'

type PageHeaderProps = {
  title: ReactNode
  description?: ReactNode
  /** Where the page belongs: a link one level up. */
  back?: ReactNode
  status?: ReactNode
  meta?: ReactNode
  /** On a phone these go to a bar at the bottom, in reach of the thumb. */
  actions?: ReactNode
}

export function PageHeader({ title, description, back, status, meta, actions }: PageHeaderProps) {
  return (
    <div className={styles.header}>
      <div className={styles.text}>
        {back && <nav aria-label="Breadcrumb">{back}</nav>}
        <div className={styles.line}>
          <h1>{title}</h1>
          {status}
        </div>
        {description && <p>{description}</p>}
        {meta}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
