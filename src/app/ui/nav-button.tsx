import type { ReactNode } from 'react'
import styles from './nav-link.module.css'

type NavButtonProps = { icon: ReactNode; label: string; busy: boolean; onClick: () => void }

/** Something to do, among the places of the side bar. */
export function NavButton({ icon, label, busy, onClick }: NavButtonProps) {
  return (
    <button type="button" className={styles.link} aria-busy={busy || undefined} onClick={onClick}>
      {icon}
      {label}
    </button>
  )
}
