import { useId, type ReactNode } from 'react'
import styles from './nav-group.module.css'

/** Places in the side bar that belong together; where the bar is a rail, a line is in the place of the title. */
export function NavGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  if (title === '') return children
  return (
    <div role="group" aria-labelledby={id} className={styles.group}>
      <p id={id} className={styles.title}>
        {title}
      </p>
      {children}
    </div>
  )
}
