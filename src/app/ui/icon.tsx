import type { LucideIcon } from 'lucide-react'
import styles from './icon.module.css'

/** A Lucide icon, sized by its context. It repeats the text next to it, so it is hidden from assistive technology. */
export function Icon({ of: Glyph }: { of: LucideIcon }) {
  return <Glyph className={styles.icon} aria-hidden />
}
