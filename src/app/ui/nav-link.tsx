import type { ComponentProps, ReactNode } from 'react'
import styles from './nav-link.module.css'

type NavLinkProps = ComponentProps<'a'> & { icon: ReactNode; label: string }

/** A place in the side bar; the current one carries `aria-current="page"`. */
export function NavLink({ icon, label, ...link }: NavLinkProps) {
  return (
    <a {...link} className={styles.link}>
      {icon}
      {label}
    </a>
  )
}
