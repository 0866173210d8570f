import type { ComponentProps, ReactNode } from 'react'
import styles from './nav-link.module.css'

type NavLinkProps = ComponentProps<'a'> & { icon: ReactNode; label: string; badge?: ReactNode }

/** A place in the side bar; the current one carries `aria-current="page"`. */
export function NavLink({ icon, label, badge, ...link }: NavLinkProps) {
  return (
    <a title={label} {...link} className={styles.link}>
      {icon}
      <span className={styles.label}>{label}</span>
      {badge}
    </a>
  )
}

type NavBadgeProps = { count: string; words: string }

/** How much is urgent at a place, and the rest of the sentence for screen readers. */
export const NavBadge = ({ count, words }: NavBadgeProps) => (
  <b className={styles.urgent}>
    {count}
    <span className="visually-hidden"> {words}</span>
  </b>
)
