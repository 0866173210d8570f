import { useId, type ComponentProps, type ReactNode } from 'react'
import styles from './checkbox.module.css'

type TickProps = Omit<ComponentProps<'input'>, 'type' | 'className' | 'ref'> & { indeterminate?: boolean }

type CheckboxProps = TickProps & { label: ReactNode; hint?: ReactNode }

/** A native checkbox with its label beside it. */
export function Checkbox({ label, hint, ...input }: CheckboxProps) {
  const id = useId()
  return (
    <span className={styles.checkbox}>
      <Tick {...input} id={id} {...(hint && { 'aria-describedby': `${id}-hint` })} />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className={styles.hint}>
          {hint}
        </span>
      )}
    </span>
  )
}

/** A checkbox whose place says what it ticks, such as a row of a table; `label` is for whoever does not see that. */
export function BareCheckbox({ label, ...input }: TickProps & { label: string }) {
  return <Tick {...input} aria-label={label} />
}

function Tick({ indeterminate = false, ...input }: TickProps) {
  return (
    <input
      {...input}
      type="checkbox"
      className={styles.tick}
      // The DOM has this state as a property only.
      ref={(box) => {
        if (box) box.indeterminate = indeterminate
      }}
    />
  )
}
