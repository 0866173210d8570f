import type { ReactNode } from 'react'
import styles from './columns.module.css'

type ColumnsProps = { main: ReactNode; aside: ReactNode }

/** Work on the left, what it means on the right; one below the other on narrow screens. */
export function Columns({ main, aside }: ColumnsProps) {
  return (
    <div className={styles.columns}>
      <div className={styles.main}>{main}</div>
      <div className={styles.aside}>{aside}</div>
    </div>
  )
}
