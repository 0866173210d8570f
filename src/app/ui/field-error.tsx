import type { ReactNode } from 'react'
import styles from './field.module.css'

type FieldErrorProps = { id?: string; children: ReactNode }

/** What is wrong with a field, announced. */
export function FieldError({ id, children }: FieldErrorProps) {
  if (!children) return null
  return (
    <div id={id} role="alert" className={styles.error}>
      {children}
    </div>
  )
}
