import { useId, type ReactNode } from 'react'
import styles from './section.module.css'

type SectionProps = {
  title?: string
  actions?: ReactNode
  children: ReactNode
}

/** A part of a card. With a title, it is a region with that name. */
export function Section({ title, actions, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} {...(title && { 'aria-labelledby': id })}>
      {title && (
        <div className={styles.head}>
          <h2 id={id}>{title}</h2>
          {actions && <div className={`flush ${styles.actions}`}>{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
