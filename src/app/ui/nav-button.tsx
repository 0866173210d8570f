import type { MouseEvent, ReactNode } from 'react'
import { closeMenu } from './close-menu.ts'
import styles from './nav-link.module.css'

type NavButtonProps = { icon: ReactNode; label: string; detail?: ReactNode; onClick: () => void }

/** An action among the links of the side bar. It closes the side bar where that is an open menu. */
export function NavButton({ icon, label, detail, onClick }: NavButtonProps) {
  const choose = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    closeMenu(currentTarget)
    onClick()
  }
  return (
    <button type="button" title={label} className={styles.link} onClick={choose}>
      {icon}
      <span className={styles.label}>{label}</span>
      {detail && (
        <span aria-hidden className={styles.detail}>
          {detail}
        </span>
      )}
    </button>
  )
}
