import { useId, type ComponentProps, type ReactNode } from 'react'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import { fieldProps } from './field-props.ts'
import styles from './field.module.css'

type TextFieldProps = Omit<ComponentProps<'input'>, 'className'> &
  FieldTexts & {
    /** A button next to the input that acts on its text. */
    action?: ReactNode
  }

/** An input with a label that announces its hint and error. Independent of form libraries. */
export function TextField({ label, hideLabel, hint, error, counter, action, ...input }: TextFieldProps) {
  const id = useId()
  const texts = { label, hint, ...(hideLabel && { hideLabel }), ...(error && { error }), ...(counter && { counter }) }
  const control = <input type="text" {...input} {...fieldProps(id, texts)} className={styles.input} />
  return (
    <FieldFrame id={id} {...texts}>
      {action ? (
        <div className={styles.withAction}>
          {control}
          {action}
        </div>
      ) : (
        control
      )}
    </FieldFrame>
  )
}
