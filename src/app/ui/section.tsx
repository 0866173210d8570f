import { useId, type ReactNode } from 'react'
import styles from './section.module.css'

type SectionProps = {
  title?: string
  actions?: ReactNode
  /**
   * The estimated height in px, for a section that is mostly out of view; the browser skips its layout until it is
   * near.
   */
  height?: number
  children: ReactNode
}

/** A part of a card. With a title, it is a region with that name. */
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
