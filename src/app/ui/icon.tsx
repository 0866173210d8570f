import type { IconNode } from 'lucide'
import { iconPath } from './icon-path.ts'
import styles from './icon.module.css'

/** An icon of Lucide, in the size its place gives it. It only repeats what words say, so nothing reads it out. */
export function Icon({ of }: { of: IconNode }) {
  return (
    <svg viewBox="0 0 24 24" className={styles.icon} aria-hidden="true">
      <path d={iconPath(of)} />
    </svg>
  )
}
