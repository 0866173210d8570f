import type { ComponentProps } from 'react'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import styles from './field.module.css'

type TextAreaFieldProps = ComponentProps<'textarea'> & FieldTexts

/** A text area with a label. */
export function TextAreaField({ label, hideLabel, hint, error, counter, className, ...area }: TextAreaFieldProps) {
  return (
    <FieldFrame {...{ label, hideLabel, hint, error, counter, className }}>
      {(control) => <textarea {...control} {...area} className={styles.input} />}
    </FieldFrame>
  )
}
