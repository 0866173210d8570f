import { useId, type ComponentProps, type ReactNode } from 'react'
import styles from './checkbox.module.css'

type TickProps = Omit<ComponentProps<'input'>, 'type' | 'className' | 'ref'> & {
  /** For tri-state boxes; pass it on every render or never. */
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
        <span id={`${id}-hint`} className="quiet">
          {hint}
        </span>
      )}
    </span>
  )
}

/** A checkbox whose position shows what it selects, such as in a table row. `label` is for assistive technology. */
export function BareCheckbox({ label, ...input }: TickProps & { label: string }) {
  return <Tick {...input} aria-label={label} />
}

function Tick({ indeterminate, ...input }: TickProps) {
  return (
    <input
      {...input}
      type="checkbox"
      className={styles.tick}
      // The DOM has this state only as a property. Most boxes never have it, so they skip the ref, which costs time in
      // long lists.
      {...(indeterminate !== undefined && {
        ref: (box: HTMLInputElement | null) => {
          if (box) box.indeterminate = indeterminate
        },
      })}
    />
  )
}
