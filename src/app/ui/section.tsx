import { useId, type ReactNode } from 'react'
import styles from './section.module.css'

type SectionProps = {
  title?: string
  actions?: ReactNode
  /** Of what is mostly out of view, about how high it is in px: it is laid out when it comes near. */
  height?: number
  children: ReactNode
}

/** A part of a card; with a title it is a region of that name. */
export function Section({ title, actions, height, children }: SectionProps) {
  const id = useId()
  return (
    <section
      className={styles.section}
      data-far={height !== undefined || undefined}
      style={height ? { containIntrinsicHeight: `auto ${height}px` } : undefined}
      {...(title && { 'aria-labelledby': id })}
    >
      {title && (
        <div className={styles.head}>
          <h2 id={id}>{title}</h2>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
