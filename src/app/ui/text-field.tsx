import { useId, type ComponentProps } from 'react'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import { fieldProps } from './field-props.ts'
import styles from './field.module.css'

type TextFieldProps = Omit<ComponentProps<'input'>, 'className'> & FieldTexts

/** A labelled input that announces its hint and its error. Knows nothing of forms. */
export function TextField({ label, hideLabel, hint, error, counter, ...input }: TextFieldProps) {
  const id = useId()
  const texts = { label, hint, ...(hideLabel && { hideLabel }), ...(error && { error }), ...(counter && { counter }) }
  return (
    <FieldFrame id={id} {...texts}>
      <input type="text" {...input} {...fieldProps(id, texts)} className={styles.input} />
    </FieldFrame>
  )
}
