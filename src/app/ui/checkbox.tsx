import { useEffect, useId, useRef, type ComponentProps, type ReactNode } from 'react'
import styles from './checkbox.module.css'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'className'> & {
  indeterminate?: boolean
} & ({ label: ReactNode; hideLabel?: false; hint?: ReactNode } | { label: string; hideLabel: true; hint?: never })

/** A native checkbox with its label beside it. */
export function Checkbox({ label, hideLabel, hint, indeterminate = false, ...input }: CheckboxProps) {
  const id = useId()
  const box = useRef<HTMLInputElement>(null)

  // The DOM has this state as a property only.
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate
  }, [indeterminate])

  // A hidden label needs no element of its own: a table has one in every row.
  if (hideLabel) {
    return (
      <span className={styles.checkbox}>
        <input {...input} ref={box} type="checkbox" aria-label={label} />
      </span>
    )
  }
  return (
    <span className={styles.checkbox}>
      <input {...input} ref={box} id={id} type="checkbox" {...(hint && { 'aria-describedby': `${id}-hint` })} />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </span>
  )
}
