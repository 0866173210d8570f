import type { Severity } from '#domain/findings/finding.ts'
import styles from './severity-mark.module.css'

/**
 * How urgent a finding is, as a shape that also reads in grey. It repeats the words next to it, so it is hidden from
 * assistive technology.
 */
export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <svg className={styles.mark} data-severity={severity} viewBox="0 0 16 16" aria-hidden>
      {SHAPES[severity]}
    </svg>
  )
}

const SHAPES = {
  'act-now': (
    <>
      <path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z" />
      <path className={styles.sign} d="M8 4.6v4M8 11.3v.1" />
    </>
  ),
  'fix-soon': (
    <>
      <path d="M8 2 14.8 13.8H1.2z" />
      <path d="M8 6.4v3.2M8 11.7v.1" />
    </>
  ),
  review: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.6v3.3M8 5.2v.1" />
    </>
  ),
  tidy: (
    <>
      <rect x="2.5" y="2.5" width="11" height="11" rx="2" />
      <path d="M5.5 8h5" />
    </>
  ),
}
