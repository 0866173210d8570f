import { useId, type ComponentProps, type ReactNode } from 'react'
import styles from './checkbox.module.css'

type TickProps = Omit<ComponentProps<'input'>, 'type' | 'className' | 'ref'> & {
  /** Of a box that can be half ticked: given always, or never. */
  indeterminate?: boolean
}

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

function Tick({ indeterminate, ...input }: TickProps) {
  return (
    <input
      {...input}
      type="checkbox"
      className={styles.tick}
      // The DOM has this state as a property only. Most ticks never have it, and a reference costs hundreds of them time.
      {...(indeterminate !== undefined && {
        ref: (box: HTMLInputElement | null) => {
          if (box) box.indeterminate = indeterminate
        },
      })}
    />
  )
}
