import styles from './mark.module.css'

/** A coin cut by a T. One part is lighter: a token is a share of the power, never all of it. */
export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden>
      <path d="M2.67 8.4a10 10 0 0 1 18.66 0z" />
      <path d="M2.1 10.6h8.8v11.34A10 10 0 0 1 2.1 10.6z" />
      <path opacity=".45" d="M13.1 10.6h8.8a10 10 0 0 1-8.8 11.34z" />
    </svg>
  )
}
