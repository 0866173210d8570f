import { useId, type ReactNode } from 'react'
import styles from './progress-line.module.css'

type ProgressLineProps = {
  label: string
  value: number
  /** `null` while nobody knows how much there is. */
  max: number | null
  /** What it has come to, in words. */
  children: ReactNode
  action?: ReactNode
}

/** How far long work has come, with words beside it and a way to stop it. */
export function ProgressLine({ label, value, max, children, action }: ProgressLineProps) {
  const id = useId()
  return (
    <div className={styles.line}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <progress id={id} className={styles.bar} {...(max !== null && { value, max: Math.max(1, max) })} />
      <span className={styles.words}>{children}</span>
      {action}
    </div>
  )
}
