import { useEffect, useId, useRef, type ComponentProps, type ReactNode } from 'react'
import styles from './checkbox.module.css'

type CheckboxProps = Omit<ComponentProps<'input'>, 'type' | 'className'> & {
  label: ReactNode
  hideLabel?: boolean
  hint?: ReactNode
  indeterminate?: boolean
}

/** A native checkbox with its label beside it. */
export function Checkbox({ label, hideLabel, hint, indeterminate = false, ...input }: CheckboxProps) {
  const id = useId()
  const box = useRef<HTMLInputElement>(null)

  // The DOM has this state as a property only.
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate
  }, [indeterminate])

  return (
    <span className={styles.checkbox}>
      <input {...input} ref={box} id={id} type="checkbox" {...(hint && { 'aria-describedby': `${id}-hint` })} />
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : undefined}>
        {label}
      </label>
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </span>
  )
}
