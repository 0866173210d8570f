import { ExternalLink as Arrow } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './external-link.module.css'

type ExternalLinkProps = { href: string; children: ReactNode }

/** A link to a page of another site, which opens in a new tab and says so. */
export function ExternalLink({ href, children }: ExternalLinkProps) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={styles.link}>
      {children}
      <Icon of={Arrow} />
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  )
}
