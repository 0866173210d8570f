import type { ReactNode } from 'react'
import styles from './field.module.css'

export type FieldTexts = {
  label: string
  hideLabel?: boolean
  hint?: ReactNode
  error?: string
  /** How much of a limit is used: "17 of 120". */
  counter?: string
}

type FieldFrameProps = FieldTexts & { id: string; className?: string | undefined; children: ReactNode }

/** Label, hint and error around a control, with the IDs for `aria-describedby`. */
export function FieldFrame({ id, label, hideLabel, hint, error, counter, className, children }: FieldFrameProps) {
  return (
    <div className={`stack ${styles.field} ${className ?? ''}`}>
      <div className={hideLabel ? 'visually-hidden' : styles.top}>
        <label htmlFor={id}>{label}</label>
        {counter && <span className="quiet">{counter}</span>}
      </div>
      {hint && (
        <p id={`${id}-hint`} className={`quiet ${styles.hint}`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p id={`${id}-error`} role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </div>
  )
}
