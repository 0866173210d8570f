import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'

type IconButtonProps = Omit<ComponentProps<'button'>, 'children'> & { label: string; icon: ReactNode }

/** A button with only an icon; its label is its name and tooltip. */
export function IconButton({ label, icon, ...button }: IconButtonProps) {
  return (
    <button type="button" title={label} {...button} aria-label={label} className={styles.square}>
      {icon}
    </button>
  )
}
