import styles from './going-line.module.css'
import { useSpinDelay } from './use-spin-delay.ts'

type GoingLineProps = {
  label: string
  /** A line shows when it takes longer than a moment. */
  isGoing: boolean
}

/** At the top of the window, while something loads and nothing says for how long. */
export function GoingLine({ label, isGoing }: GoingLineProps) {
  return useSpinDelay(isGoing) && <div role="progressbar" aria-label={label} className={styles.line} />
}
