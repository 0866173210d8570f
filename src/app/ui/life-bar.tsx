import styles from './life-bar.module.css'

type LifeBarProps = {
  /** What is left, 0 to 1. */
  fraction: number
  label: string
}

/** A bar of the remaining life. */
export function LifeBar({ fraction, label }: LifeBarProps) {
  return <meter className={styles.life} min={0} max={1} value={fraction} aria-label={label} />
}
