import type { ComponentProps, ReactNode } from 'react'
import type { ButtonTone } from './button.tsx'
import styles from './button.module.css'

type ButtonLinkProps = ComponentProps<'a'> & { tone?: ButtonTone; size?: 'regular' | 'small'; icon?: ReactNode }

/** A link that looks like a button: it leads somewhere, so it opens in a new tab like any link. */
export function ButtonLink({ tone = 'default', size = 'regular', icon, children, ...link }: ButtonLinkProps) {
  return (
    <a {...link} className={styles.button} data-tone={tone} data-size={size}>
      {icon}
      {children}
    </a>
  )
}
