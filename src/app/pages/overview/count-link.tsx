import type { ReactNode } from 'react'
import { Link } from '#app/parts/link.tsx'
import { grouped } from '#domain/text/plural.ts'
import styles from './overview.module.css'

type CountLinkProps = { href: string; mark?: ReactNode; label: string; hint?: string; count: number }

/** A figure, and what it counts. The link leads to these tokens. */
export function CountLink({ href, mark, label, hint, count }: CountLinkProps) {
  return (
    <li>
      <Link href={href} className={styles.count}>
        {mark}
        <span>
          <span className={styles.what}>{label}</span>
          {hint && <span className={styles.hint}>{hint}</span>}
        </span>{' '}
        <b>{grouped(count)}</b>
      </Link>
    </li>
  )
}
