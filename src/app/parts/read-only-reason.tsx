import styles from './parts.module.css'
import { useReadOnlyReason } from './use-read-only.ts'

/** In the place of actions that could only be refused. */
export function ReadOnlyReason({ accountId }: { accountId: string }) {
  const reason = useReadOnlyReason(accountId)
  return reason && <p className={styles.reason}>{reason}</p>
}
