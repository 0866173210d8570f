import { ChevronRight } from 'lucide-react'
import { Icon } from '#app/ui/icon.tsx'
import { Link } from './link.tsx'
import styles from './more-link.module.css'

/** In the head of a card, the way to the page that tells all. */
export const MoreLink = ({ href, children }: { href: string; children: string }) => (
  <Link href={href} className={styles.more}>
    {children}
    <Icon of={ChevronRight} />
  </Link>
)
