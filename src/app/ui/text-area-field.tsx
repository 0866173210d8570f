import { useId, type ComponentProps } from 'react'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import { fieldProps } from './field-props.ts'
import styles from './field.module.css'

type TextAreaFieldProps = ComponentProps<'textarea'> & FieldTexts

/** A text area with a label. */
export function TextAreaField({ label, hideLabel, hint, error, counter, className, ...area }: TextAreaFieldProps) {
  const id = useId()
  const texts = { label, hint, ...(hideLabel && { hideLabel }), ...(error && { error }), ...(counter && { counter }) }
  return (
    <FieldFrame id={id} className={className} {...texts}>
      <textarea {...fieldProps(id, texts)} {...area} className={styles.input} />
    </FieldFrame>
  )
}
