import type { ComponentProps, ReactNode } from 'react'
import styles from './nav-link.module.css'

type NavLinkProps = ComponentProps<'a'> & {
  icon: ReactNode
  label: string
  /** How much there is urgent, and the rest of the sentence for screen readers. */
  urgent?: { count: string; words: string } | null
}

/** A place in the side bar; the current one carries `aria-current="page"`. */
export function NavLink({ icon, label, urgent, ...link }: NavLinkProps) {
  return (
    <a title={label} {...link} className={styles.link}>
      {icon}
      <span className={styles.label}>{label}</span>
      {urgent && (
        <b className={styles.urgent}>
          {urgent.count}
          <span className="visually-hidden"> {urgent.words}</span>
        </b>
      )}
    </a>
  )
}
