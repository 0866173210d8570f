import type { MouseEvent, ReactNode } from 'react'
import styles from './nav-link.module.css'

type NavButtonProps = { icon: ReactNode; label: string; onClick: () => void; busy?: boolean }

/** An action among the links of the side bar. It closes the side bar where that is an open menu. */
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
