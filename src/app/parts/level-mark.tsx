import type { AccessLevel } from '#domain/reach/access-level.ts'
import styles from './level-mark.module.css'

/**
 * What a permission lets a token do, as a shape that also reads in grey. It repeats the words next to it, so it is
 * hidden from assistive technology.
 */
export function LevelMark({ level }: { level: AccessLevel }) {
  return (
    <svg className={styles.mark} data-level={level} viewBox="0 0 16 16" aria-hidden>
      {SHAPES[level]}
    </svg>
  )
}

const SHAPES = {
  none: <rect x="6.5" y="7.25" width="3" height="1.5" rx=".75" />,
  denied: (
    <>
      <circle cx="8" cy="8" r="5.3" />
      <path d="m4.3 11.7 7.4-7.4" />
    </>
  ),
  read: <circle cx="8" cy="8" r="4.5" />,
  run: <path d="M5 3.6v8.8L12.2 8z" />,
  unknown: <circle cx="8" cy="8" r="5.3" strokeDasharray="2.8 2.75" />,
  change: <circle cx="8" cy="8" r="5.4" />,
  everywhere: (
    <>
      <circle cx="8" cy="8" r="6.6" />
      <circle cx="8" cy="8" r="3.9" className={styles.core} />
    </>
  ),
}
