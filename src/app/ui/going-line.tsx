import styles from './going-line.module.css'
import { useLasting } from './use-lasting.ts'

type GoingLineProps = {
  label: string
  /** A line shows when it takes longer than a moment. */
  isGoing: boolean
}

/** At the top of the window, while something loads and nothing says for how long. */
export function GoingLine({ label, isGoing }: GoingLineProps) {
  return useLasting(isGoing) && <div role="progressbar" aria-label={label} className={styles.line} />
}
