import type { MouseEvent, ReactNode } from 'react'
import styles from './nav-link.module.css'

type NavButtonProps = { icon: ReactNode; label: string; onClick: () => void; busy?: boolean }

/** Something to do, among the places of the side bar. Where that is an open menu, it closes. */
export function NavButton({ icon, label, onClick, busy = false }: NavButtonProps) {
  const choose = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    onClick()
    currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
  }
  return (
    <button type="button" className={styles.link} onClick={choose} disabled={busy} aria-busy={busy}>
      {icon}
      {label}
    </button>
  )
}
