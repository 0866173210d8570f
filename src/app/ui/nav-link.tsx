import type { ComponentProps, ReactNode } from 'react'
import styles from './nav-link.module.css'

type NavLinkProps = ComponentProps<'a'> & { icon: ReactNode; label: string }

/** A place in the side bar; the current one carries `aria-current="page"`. */
export function NavLink({ icon, label, ...link }: NavLinkProps) {
  return (
    <a title={label} {...link} className={styles.link}>
      {icon}
      <span className={styles.label}>{label}</span>
    </a>
  )
}
