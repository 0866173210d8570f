import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { Spinner } from './spinner.tsx'

export type ButtonTone = 'default' | 'primary' | 'danger' | 'danger-solid' | 'quiet'

type ButtonProps = ComponentProps<'button'> & {
  tone?: ButtonTone
  size?: 'regular' | 'small'
  /** Pending: the button keeps its place and focus, and ignores clicks. */
  busy?: boolean
  icon?: ReactNode
}

export function Button({ tone = 'default', size = 'regular', busy = false, icon, children, ...button }: ButtonProps) {
  return (
    <button
      type="button"
      aria-disabled={busy || undefined}
      {...button}
      className={styles.button}
      data-tone={tone}
      data-size={size}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else button.onClick?.(event)
      }}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  )
}
