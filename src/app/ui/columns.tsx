import type { ReactNode } from 'react'
import styles from './columns.module.css'

type ColumnsProps = { main: ReactNode; aside: ReactNode }

/** Two columns, the main one on the left; one below the other on narrow screens. */
export function Columns({ main, aside }: ColumnsProps) {
  return (
    <div className={styles.columns}>
      <div className="stack">{main}</div>
      <div className={`stack ${styles.aside}`}>{aside}</div>
    </div>
  )
}
