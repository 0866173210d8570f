import type { ReactNode } from 'react'
import styles from './cliff-number.module.css'

/** The number of a cliff or two, in a chart and beside its sentence. What it is about says it in words as well. */
export const CliffNumber = ({ children }: { children: ReactNode }) => (
  <b aria-hidden className={styles.number}>
    {children}
  </b>
)
