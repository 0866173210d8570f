import type { ComponentProps, ReactNode } from 'react'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import styles from './field.module.css'

type TextFieldProps = Omit<ComponentProps<'input'>, 'className'> &
  FieldTexts & {
    /** A button next to the input that acts on its text. */
    action?: ReactNode
  }

/** An input with a label that announces its hint and error. Independent of form libraries. */
export function TextField({ label, hideLabel, hint, error, counter, action, ...input }: TextFieldProps) {
  return (
    <FieldFrame {...{ label, hideLabel, hint, error, counter }}>
      {(control) => (
        <div className={styles.line}>
          <input type="text" {...input} {...control} className={styles.input} />
          {action}
        </div>
      )}
    </FieldFrame>
  )
}
