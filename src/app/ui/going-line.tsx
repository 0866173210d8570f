import styles from './going-line.module.css'
import { useLasting } from './use-lasting.ts'

type GoingLineProps = {
  label: string
  /** Something is on its way; a line says so when it takes its time. */
  isGoing: boolean
}

/** At the top of the window: what somebody asked for is coming, and nobody knows when. */
export function GoingLine({ label, isGoing }: GoingLineProps) {
  return useLasting(isGoing) && <div role="progressbar" aria-label={label} className={styles.line} />
}
