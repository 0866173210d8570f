import { useEffect, useState, type ReactNode } from 'react'
import styles from './field.module.css'

type FieldErrorProps = { id?: string; children: ReactNode }

/** Longer than between two keys of a user who types. */
const PAUSE_MS = 700

/** What is wrong with a field, announced at once. What is wrong instead as the user types on is, after a pause. */
export function FieldError(props: FieldErrorProps) {
  return props.children ? <Announced {...props} /> : null
}

function Announced({ id, children }: FieldErrorProps) {
  const [said, setSaid] = useState(children)
  // Time is outside React.
  useEffect(() => {
    const timer = setTimeout(() => setSaid(children), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [children])
  return (
    <div id={id} role="alert" className={styles.error}>
      {said}
    </div>
  )
}
