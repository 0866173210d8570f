import { useId, type ReactNode } from 'react'
import styles from './progress-line.module.css'

type ProgressLineProps = {
  label: string
  value: number
  /** `null` while the total is unknown. */
  max: number | null
  /** The progress in words. */
  children: ReactNode
  action?: ReactNode
}

/** The progress of long work, with a text and a way to stop it. */
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
