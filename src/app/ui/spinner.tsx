import styles from './spinner.module.css'

/** Decoration for pending work: the component that uses it says so in words or with aria-busy. */
export function Spinner() {
  return <span aria-hidden className={styles.spinner} />
}
