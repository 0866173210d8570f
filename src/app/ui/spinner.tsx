import styles from './spinner.module.css'

/** Work under way. Decoration: whatever shows it says so in words or by aria-busy. */
export function Spinner() {
  return <span aria-hidden className={styles.spinner} />
}
