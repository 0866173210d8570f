import { useId, type ReactNode } from 'react'
import { FieldError } from './field-error.tsx'
import styles from './field.module.css'

export type FieldTexts = {
  label: string
  hideLabel?: boolean | undefined
  hint?: ReactNode
  error?: string | undefined
  /** How much of a limit is used: "17 of 120". */
  counter?: string | undefined
}

type FieldFrameProps = FieldTexts & {
  className?: string | undefined
  /** Renders the control with the attributes that connect it to its label, hint and error. */
  children: (control: { id: string; 'aria-invalid'?: true; 'aria-describedby'?: string }) => ReactNode
}

/** Label, hint and error around a control. */
export function FieldFrame({ label, hideLabel, hint, error, counter, className, children }: FieldFrameProps) {
  const id = useId()
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
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
      {children({
        id,
        ...(error && { 'aria-invalid': true }),
        ...(describedBy && { 'aria-describedby': describedBy }),
      })}
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  )
}
