import type { ReactNode } from 'react'
import styles from './page-header.module.css'
import { PageHeading } from './page-heading.tsx'
import { PageTitle } from './page-title.tsx'

type PageHeaderProps = {
  title: ReactNode
  /** The title as text, where it is more than that. */
  titleText?: string
  description?: ReactNode
  /** Where the page belongs: links to the pages above it. */
  back?: ReactNode
  status?: ReactNode
  meta?: ReactNode
  /** On a phone these go to a bar at the bottom, in reach of the thumb. */
  actions?: ReactNode
  /** `false`: after a navigation a control of the page has the focus instead. */
  focusesHeading?: boolean
}

export function PageHeader({
  title,
  titleText,
  description,
  back,
  status,
  meta,
  actions,
  focusesHeading,
}: PageHeaderProps) {
  const text = titleText ?? (typeof title === 'string' ? title : null)
  return (
    <div className={styles.header}>
      {text !== null && <PageTitle>{text}</PageTitle>}
      <div className={styles.text}>
        {back && (
          <nav aria-label="Breadcrumb">
            {back}
            <span aria-current="page">{title}</span>
          </nav>
        )}
        <div className={styles.line}>
          <PageHeading takesFocus={focusesHeading}>{title}</PageHeading>
          {status}
        </div>
        {description && <p>{description}</p>}
        {meta}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
