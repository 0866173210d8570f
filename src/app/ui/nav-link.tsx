import type { ComponentProps, ReactNode } from 'react'
import styles from './nav-link.module.css'

type NavLinkProps = ComponentProps<'a'> & {
  icon: ReactNode
  label: string
  /** How much there is urgent. Its meaning is part of the `aria-label`. */
  urgent?: string | null
}

/** A place in the side bar; the current one carries `aria-current="page"`. */
export function NavLink({ icon, label, urgent, ...link }: NavLinkProps) {
  return (
    <a title={label} {...link} className={styles.link}>
      {icon}
      <span className={styles.label}>{label}</span>
      {urgent && <b className={styles.urgent}>{urgent}</b>}
    </a>
  )
}
