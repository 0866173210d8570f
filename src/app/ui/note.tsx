import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './note.module.css'

type NoteProps = {
  tone: 'info' | 'caution' | 'critical' | 'positive'
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
  role?: 'alert' | 'status' | undefined
}

const ICONS = { info: Info, caution: TriangleAlert, critical: CircleAlert, positive: CircleCheck }

/** A remark inside a page. Icon and colour show its tone; the text has the meaning. */
export function Note({ tone, title, children, action, role }: NoteProps) {
  return (
    <div className={styles.note} data-tone={tone} role={role}>
      <Icon of={ICONS[tone]} />
      <div className={styles.text}>
        {title && <p className={styles.title}>{title}</p>}
        {typeof children === 'string' ? <p>{children}</p> : children}
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  )
}
