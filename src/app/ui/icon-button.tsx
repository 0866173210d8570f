import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & { label: string; icon: ReactNode }

/** A button of one icon; its label is its name and its tooltip. */
export function IconButton({ label, icon, ...button }: IconButtonProps) {
  return (
    <button type="button" title={label} {...button} aria-label={label} className={styles.square}>
      {icon}
    </button>
  )
}
